"use client";

import { FilePlus2, Presentation, Printer } from "lucide-react";
import { useState } from "react";
import { Button, buttonVariants } from "@/components/ui/button";
import { Wordmark } from "@/components/ui/mark";
import { PageColumn, TopBar } from "@/components/ui/page-layout";
import { keepAnalysis } from "@/lib/report/kept-analysis";
import type { Report } from "@/lib/report/report";
import { PassPhraseForm } from "./pass-phrase-form";
import { PresentMode } from "./present-mode";
import { ReportView } from "./report-view";
import { useFragment } from "./use-fragment";
import { usePageTitle } from "./use-page-title";

/** A report that came as a link. Nothing of it was fetched: no engine, no query, no account. */
export function ReportPage() {
  const { opened, unlock } = useFragment();
  return (
    <>
      <TopBar>
        <a href="/" aria-label="Lucid, your own notebooks" className={buttonVariants({ className: "-mx-1 px-1.5" })}>
          <Wordmark />
        </a>
        <span className="min-w-0 truncate text-faint text-sm max-sm:hidden">Report</span>
        <span className="flex-1" />
        {opened.state === "open" ? <Actions report={opened.report} /> : null}
      </TopBar>
      <PageColumn aria-busy={opened.state === "opening"}>
        {opened.state === "open" ? (
          <ReportView report={opened.report} />
        ) : opened.state === "locked" ? (
          <PassPhraseForm problem={opened.problem} busy={opened.unlocking} onUnlock={unlock} />
        ) : opened.state === "failed" ? (
          <section role="alert" data-report-error={opened.kind} className="mt-10 max-w-[62ch]">
            <h1 className="font-semibold font-serif text-2xl [overflow-wrap:anywhere]">{opened.problem.message}</h1>
            {opened.problem.hint ? <p className="mt-3 text-lg text-soft">{opened.problem.hint}</p> : null}
            <a href="/" className={buttonVariants({ variant: "outline", className: "mt-6" })}>
              Open Lucid
            </a>
          </section>
        ) : (
          <p role="status" className="mt-10 text-soft">
            Opening the report…
          </p>
        )}
      </PageColumn>
    </>
  );
}

function Actions({ report }: { report: Report }) {
  const [presenting, setPresenting] = useState(false);
  usePageTitle(`${report.title}, Lucid`);
  return (
    <>
      <Button variant="soft" aria-label="Present" className="max-sm:px-2" onClick={() => setPresenting(true)}>
        <Presentation aria-hidden="true" />
        <span className="max-sm:hidden">Present</span>
      </Button>
      <Button variant="soft" className="max-sm:hidden" onClick={() => window.print()}>
        <Printer aria-hidden="true" />
        Print
      </Button>
      <Button
        variant="outline"
        aria-label="Use this analysis on my data"
        onClick={() => {
          keepAnalysis(report, window.sessionStorage);
          window.location.assign("/");
        }}
      >
        <FilePlus2 aria-hidden="true" />
        <span className="max-sm:hidden">Use this analysis on my data</span>
        <span className="sm:hidden">Use on my data</span>
      </Button>
      {presenting ? <PresentMode report={report} onEnd={() => setPresenting(false)} /> : null}
    </>
  );
}
