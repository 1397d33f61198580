import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";
import type { Answer } from "@/lib/analyses/analysis";

type AnswerLineProps = ComponentProps<"p"> & { answer: Answer };

/** The one sentence a cell opens with; its decisive words are strong. */
export function AnswerLine({ answer, className, ...props }: AnswerLineProps) {
  if (answer.length === 0) return null;
  let place = 0;
  const pieces = answer.map((span) => ({ ...span, key: place++ }));
  return (
    <p
      data-slot="answer"
      data-answer=""
      className={cn(
        "max-w-[58ch] font-serif text-[1.1875rem] leading-[1.38] tracking-[-0.004em] sm:text-xl [overflow-wrap:anywhere]",
        className,
      )}
      {...props}
    >
      {pieces.map((span) =>
        span.strong ? (
          <strong key={span.key} className="font-[650]">
            {span.text}
          </strong>
        ) : (
          span.text
        ),
      )}
    </p>
  );
}
