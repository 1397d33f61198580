import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";
import type { Answer } from "@/lib/analyses/analysis";

type AnswerLineProps = ComponentProps<"p"> & { answer: Answer };

/** A name of such letters would turn the order of the words around it. */
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

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
          <bdi key={span.key}>
            <strong className="font-[650]">{span.text}</strong>
          </bdi>
        ) : RIGHT_TO_LEFT.test(span.text) ? (
          <bdi key={span.key}>{span.text}</bdi>
        ) : (
          span.text
        ),
      )}
    </p>
  );
}
