import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";
import type { Confidence, ConfidenceLevel, ConfidencePart } from "@/lib/insights/confidence";
import { LEVELS, PART_WORDS } from "./insight-words";

type ConfidenceMarkProps = Omit<ComponentProps<"span">, "children"> & { level: ConfidenceLevel };

/** Three bars and the word. */
export function ConfidenceMark({ level: reached, className, ...props }: ConfidenceMarkProps) {
  const filled = LEVELS.indexOf(reached) + 1;
  return (
    <span
      data-slot="confidence-mark"
      className={cn("inline-flex items-center gap-1.5 whitespace-nowrap text-soft text-xs", className)}
      {...props}
    >
      <span aria-hidden="true" className="flex gap-px">
        {LEVELS.map((level, at) => (
          <span key={level} className={cn("h-[3px] w-3", at < filled ? "bg-soft" : "bg-line")} />
        ))}
      </span>
      <span>
        <span className="sr-only">Confidence </span>
        {reached}
      </span>
    </span>
  );
}

const PARTS: readonly ConfidencePart[] = ["completeness", "significance", "strength"];

/** The three parts, and the one that limits. */
export function ConfidenceParts({ confidence }: { confidence: Confidence }) {
  return (
    <div data-slot="confidence-parts">
      <dl className="flex flex-col gap-0.5">
        {PARTS.map((part) => (
          <div key={part} className="flex items-baseline justify-between gap-4" data-part={part}>
            <dt className={cn(part === confidence.limitedBy && "font-medium text-ink")}>
              {PART_WORDS[part]}
              {part === confidence.limitedBy ? " (limits)" : ""}
            </dt>
            <dd data-value={confidence[part]}>{confidence[part].toFixed(2)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-1 text-faint">
        {`Confidence is ${confidence.level}, as strong as its weakest part: ${confidence.limit}.`}
      </p>
    </div>
  );
}
