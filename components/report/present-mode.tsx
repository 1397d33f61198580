import { ChevronLeft, ChevronRight, X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { toFormat, toSay } from "@/lib/analyses/say";
import type { Report } from "@/lib/report/report";
import { ReportCell } from "./report-cell";

interface PresentModeProps {
  report: Report;
  onEnd: () => void;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  PageDown: 1,
  " ": 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageUp: -1,
};

/** Keys that a control or a chart under the focus takes for itself. */
const OWN_KEYS = "input, select, textarea, [role=application], [role=menu], [data-slot=table-scroll]";

/** A report a cell a screen; the first screen is its title. */
export function PresentMode({ report, onEnd }: PresentModeProps) {
  const { title, lede, locale, currency, cells } = report;
  const [at, setAt] = useState(0);
  const stage = useRef<HTMLDivElement>(null);
  const format = useMemo(() => toFormat({ locale, currency }), [locale, currency]);
  const say = useMemo(() => toSay({ locale, currency }), [locale, currency]);
  const cell = cells[at - 1];

  function go(to: number) {
    setAt(Math.max(0, Math.min(cells.length, to)));
    stage.current?.scrollTo({ top: 0 });
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const step = STEPS[event.key];
    const target = event.target as Element;
    if (target.closest(OWN_KEYS) || (event.key === " " && target.closest("button"))) return;
    if (step === undefined && event.key !== "Home" && event.key !== "End") return;
    event.preventDefault();
    go(step === undefined ? (event.key === "Home" ? 0 : cells.length) : at + step);
  }

  return (
    <Radix.Root open onOpenChange={(open) => !open && onEnd()}>
      <Radix.Portal>
        <Radix.Content
          data-slot="present"
          aria-describedby={undefined}
          onKeyDown={onKeyDown}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            stage.current?.focus();
          }}
          className="fixed inset-0 z-50 flex flex-col bg-paper outline-none"
        >
          <Radix.Title className="sr-only">Presenting {title}</Radix.Title>
          <div ref={stage} tabIndex={-1} className="min-h-0 flex-1 overflow-y-auto outline-none">
            <div className="mx-auto flex min-h-full max-w-[76rem] flex-col justify-center px-6 py-8 sm:px-14 min-[90rem]:[zoom:1.2]">
              {cell ? (
                <ReportCell
                  key={cell.name}
                  cell={cell}
                  format={format}
                  say={say}
                  id={`screen-${at}`}
                  className="border-t-0 py-0"
                />
              ) : (
                <div>
                  <p className="font-semibold font-serif text-[2.75rem] leading-[1.1] tracking-[-0.015em] [overflow-wrap:anywhere]">
                    {title}
                  </p>
                  <p className="mt-4 max-w-[60ch] text-lg text-soft">{lede}</p>
                </div>
              )}
            </div>
          </div>
          <footer className="flex items-center gap-2 border-line border-t px-4 py-2 text-sm text-soft">
            <Button
              variant="soft"
              size="icon"
              aria-label="Previous screen"
              disabled={at === 0}
              onClick={() => go(at - 1)}
            >
              <ChevronLeft aria-hidden="true" />
            </Button>
            <Button
              variant="soft"
              size="icon"
              aria-label="Next screen"
              disabled={at === cells.length}
              onClick={() => go(at + 1)}
            >
              <ChevronRight aria-hidden="true" />
            </Button>
            <p role="status">
              {at === 0 ? "Title" : `${at} of ${cells.length}`}
              {cell ? <span className="text-faint max-sm:sr-only"> · {cell.title}</span> : null}
            </p>
            <span className="flex-1" />
            <span className="text-faint text-xs max-sm:hidden">Arrow keys turn the page, Escape ends</span>
            <Button variant="soft" size="icon" aria-label="End" onClick={onEnd}>
              <X aria-hidden="true" />
            </Button>
          </footer>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
