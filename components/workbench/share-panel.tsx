"use client";

import { useEffect, useMemo, useState } from "react";
import { ShareDialog } from "@/components/share/share-dialog";
import { MOST_ROWS } from "@/lib/report/report";
import { toProblem } from "@/lib/std/problem";
import { leavingWords } from "@/lib/workbench/leaving";
import { type SharedLink, shareLink } from "@/lib/workbench/share-link";
import { saveReportPage } from "./save-report-page";
import { useSay } from "./use-format";
import { useFreeze } from "./use-freeze";

/** A pass phrase is taken once typing pauses this long, milliseconds: locking is slow on purpose. */
const PAUSE = 400;

/** Shares the notebook: what leaves is chosen, and the link made anew with every choice. */
export function SharePanel({ onClose }: { onClose: () => void }) {
  const freeze = useFreeze();
  const say = useSay();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [length, setLength] = useState<"short" | "full">("short");
  const [passPhrase, setPassPhrase] = useState("");
  const [made, setMade] = useState<{ link: SharedLink | null; problem: string | null }>({ link: null, problem: null });

  const reportOf = useMemo(() => {
    if (!freeze) return null;
    return (mostRows: number) => {
      const report = freeze(mostRows);
      return { ...report, cells: report.cells.filter(({ name }) => !left.has(name)) };
    };
  }, [freeze, left]);

  useEffect(() => {
    if (!reportOf) return;
    let here = true;
    setMade({ link: null, problem: null });
    const page = `${window.location.origin}/report`;
    const timer = setTimeout(
      () => {
        shareLink({ reportOf, page, passPhrase, length }).then(
          (link) => here && setMade({ link, problem: null }),
          (error: unknown) => {
            const { message, hint } = toProblem(error);
            if (here) setMade({ link: null, problem: hint ? `${message} ${hint}` : message });
          },
        );
      },
      passPhrase === "" ? 0 : PAUSE,
    );
    return () => {
      here = false;
      clearTimeout(timer);
    };
  }, [reportOf, passPhrase, length]);

  const rows = made.link?.rows ?? MOST_ROWS;
  const cells = useMemo(() => {
    return (freeze?.(rows).cells ?? []).map((cell) => ({
      id: cell.name,
      title: cell.title,
      words: leavingWords(cell, say.count),
      chosen: !left.has(cell.name),
    }));
  }, [freeze, rows, say, left]);

  return (
    <ShareDialog
      onClose={onClose}
      cells={cells}
      onChoose={(name, chosen) =>
        setLeft((now) => {
          const next = new Set(now);
          if (chosen) next.delete(name);
          else next.add(name);
          return next;
        })
      }
      length={length}
      onLength={setLength}
      passPhrase={passPhrase}
      onPassPhrase={setPassPhrase}
      link={made.link}
      problem={made.problem}
      onSaveFile={() => reportOf && void saveReportPage(reportOf(MOST_ROWS))}
      count={say.count}
    />
  );
}
