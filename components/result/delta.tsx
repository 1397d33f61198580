import { cn } from "@/components/ui/cn";

interface DeltaProps {
  /** Percent against the period compared with, or null when it cannot be said. */
  percent: number | null;
  /** "on May", "on June 2025". */
  against: string;
  locale: string;
  /** True where less is better, such as returns. */
  lessIsBetter?: boolean;
  /** The period compared with in full, or why nothing can be compared. */
  detail?: string | undefined;
}

type Direction = "up" | "down" | "steady";

const SIGNS: Readonly<Record<Direction, { path: string; word: string }>> = {
  up: { path: "M5 1.5 9.3 9H.7z", word: "up" },
  down: { path: "M5 9 .7 1.5h8.6z", word: "down" },
  steady: { path: "M1.5 4h7v2h-7z", word: "" },
};

function direction(percent: number): Direction {
  if (Math.abs(percent) < 0.05) return "steady";
  return percent > 0 ? "up" : "down";
}

/** A change: its sign as a shape and, for screen readers, a word; the colour says whether it is good. */
export function Delta({ percent, against, locale, lessIsBetter = false, detail }: DeltaProps) {
  if (percent === null) {
    return (
      <span data-slot="delta" data-direction="unknown" className="text-faint text-xs" title={detail}>
        <span aria-hidden={detail ? true : undefined}>nothing to compare</span>
        {detail ? <span className="sr-only">{detail}</span> : null}
      </span>
    );
  }
  const way = direction(percent);
  const good = way === "steady" ? null : (way === "up") !== lessIsBetter;
  const text = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, minimumFractionDigits: 1 }).format(
    Math.abs(percent),
  );
  return (
    <span
      data-slot="delta"
      data-direction={way}
      // Words that need a line of their own stand below the number, not below its sign.
      className="inline-block pl-3.5 -indent-3.5 text-xs"
      title={detail}
    >
      <span
        className={cn("whitespace-nowrap font-medium", good === null ? "text-faint" : good ? "text-up" : "text-down")}
      >
        <svg viewBox="0 0 10 10" aria-hidden="true" className="mr-1 inline size-2.5 fill-current">
          <path d={SIGNS[way].path} />
        </svg>
        {SIGNS[way].word ? <span className="sr-only">{SIGNS[way].word} </span> : null}
        {way === "steady" ? "steady" : `${text}%`}
      </span>{" "}
      <span className="whitespace-nowrap text-faint">{against}</span>
    </span>
  );
}
