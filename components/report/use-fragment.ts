"use client";

import { useEffect, useState } from "react";
import { decodeFragment } from "@/lib/report/codec/fragment";
import type { Report } from "@/lib/report/report";
import { ReportError } from "@/lib/report/report-error";
import { type Problem, toProblem } from "@/lib/std/problem";

/** What the address says: still being read, a report, a locked one, or nothing that can be opened. */
export type Opened =
  | { state: "opening" }
  | { state: "open"; report: Report }
  | { state: "locked"; problem: Problem | null; unlocking: boolean }
  | { state: "failed"; kind: ReportError["kind"] | "unknown"; problem: Problem };

interface Fragment {
  opened: Opened;
  /** Tries a pass phrase. */
  unlock: (passPhrase: string) => void;
}

function refused(error: unknown): Opened {
  const problem = toProblem(error);
  if (!(error instanceof ReportError)) return { state: "failed", kind: "unknown", problem };
  if (error.kind === "needs-pass-phrase") return { state: "locked", problem: null, unlocking: false };
  if (error.kind === "wrong-pass-phrase") return { state: "locked", problem, unlocking: false };
  return { state: "failed", kind: error.kind, problem };
}

/** The report of the address, read again when the address changes. */
export function useFragment(): Fragment {
  const [opened, setOpened] = useState<Opened>({ state: "opening" });
  const [asked, setAsked] = useState<{ hash: string; passPhrase: string | null } | null>(null);

  useEffect(() => {
    const look = () => setAsked({ hash: window.location.hash, passPhrase: null });
    look();
    window.addEventListener("hashchange", look);
    return () => window.removeEventListener("hashchange", look);
  }, []);

  useEffect(() => {
    if (!asked) return;
    let here = true;
    const { hash, passPhrase } = asked;
    setOpened(passPhrase === null ? { state: "opening" } : { state: "locked", problem: null, unlocking: true });
    decodeFragment(hash, { passPhrase }).then(
      (report) => here && setOpened({ state: "open", report }),
      (error: unknown) => here && setOpened(refused(error)),
    );
    return () => {
      here = false;
    };
  }, [asked]);

  return { opened, unlock: (passPhrase) => setAsked({ hash: window.location.hash, passPhrase }) };
}
