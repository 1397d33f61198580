import { type ComponentProps, useMemo } from "react";
import { cn } from "@/components/ui/cn";
import { toFormat, toSay } from "@/lib/analyses/say";
import { dayMade, type Report } from "@/lib/report/report";
import { cellAnchor, ReportCell } from "./report-cell";
import { ReportExplained } from "./report-explained";
import { ReportSources } from "./report-sources";

type ReportViewProps = Omit<ComponentProps<"article">, "children"> & { report: Report };

/** A report as one page to read, share and print. */
export function ReportView({ report, className, ...props }: ReportViewProps) {
  const { title, lede, asOf, locale, currency, cells, explanation } = report;
  const format = useMemo(() => toFormat({ locale, currency }), [locale, currency]);
  const say = useMemo(() => toSay({ locale, currency }), [locale, currency]);
  const made = say.date(dayMade(report));
  return (
    <article data-slot="report" aria-label={title} className={cn("min-w-0", className)} {...props}>
      <style>{pageFooter(asOf ? `${title} · as of ${say.date(asOf)}` : title)}</style>
      <header className="mb-8">
        <h1 className="font-semibold font-serif text-[1.6875rem] leading-[1.15] tracking-[-0.012em] sm:text-3xl [overflow-wrap:anywhere]">
          {title}
        </h1>
        {lede ? <p className="mt-2 max-w-[72ch] text-base text-soft">{lede}</p> : null}
        <p className="mt-1 text-faint text-sm">
          {asOf ? `Figures as of ${say.date(asOf)}. ` : ""}Report of {made}.
        </p>
        {explanation ? <ReportExplained explanation={explanation} className="mt-5" /> : null}
        {cells.length > 1 ? <Contents report={report} /> : null}
      </header>
      {cells.map((cell) => (
        <ReportCell key={cell.name} cell={cell} format={format} say={say} />
      ))}
      <ReportSources report={report} say={say} />
    </article>
  );
}

/** The foot of every printed page; each letter of the words is written as its number, so that none means anything. */
function pageFooter(words: string): string {
  const letters = [...words.slice(0, 90)].map((letter) => `\\${letter.codePointAt(0)?.toString(16)} `).join("");
  return `@page{@bottom-left{content:"${letters}";color:#555;font:8pt sans-serif}}`;
}

/** Links to the cells. */
function Contents({ report: { cells } }: { report: Report }) {
  return (
    <nav aria-label="Contents" data-screen-only="" className="mt-5">
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {cells.map((cell) => (
          <li key={cell.name}>
            <a
              href={`#${cellAnchor(cell)}`}
              className="text-accent underline decoration-[color-mix(in_srgb,var(--accent)_40%,transparent)] decoration-1 underline-offset-3 hover:decoration-2 [overflow-wrap:anywhere]"
              onClick={(event) => {
                // The address holds the report itself, so it stays as it is.
                event.preventDefault();
                const section = document.getElementById(cellAnchor(cell));
                section?.scrollIntoView({ block: "start" });
                section?.focus({ preventScroll: true });
              }}
            >
              {cell.title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
