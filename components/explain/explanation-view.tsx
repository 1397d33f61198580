import { Copy, RotateCcw, Square, X } from "lucide-react";
import { type ComponentProps, type ReactNode, useRef } from "react";
import { useCopy } from "@/components/table/use-copy";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { ExplainedMetric, ExplainedSentence, Explanation } from "@/lib/notebook/explanation";
import { ToldPart, toldText } from "./told-part";
import { byLine, SET_UP } from "./written-by";

interface ExplanationViewProps extends Omit<ComponentProps<"section">, "title"> {
  /** "Explanation of Best sellers". */
  title: string;
  sentences: readonly ExplainedSentence[];
  /** The finished text; null while it is being written. */
  kept: Explanation | null;
  /** The results are others now than those it was written from. */
  isOld: boolean;
  onMetric: (metric: ExplainedMetric) => void;
  onStop: () => void;
  onRemove: () => void;
  /** Absent where the text could not become another. */
  onAgain?: (() => void) | undefined;
  /** Absent where nothing would be sent. */
  onPreview?: (() => void) | undefined;
  /** Ways to sign in. */
  children?: ReactNode;
}

/** An explanation and what to do: verified sentences, who wrote them, and from which results. */
export function ExplanationView(props: ExplanationViewProps) {
  const { title, sentences, kept, isOld, onMetric, onStop, onRemove, onAgain, onPreview, ...more } = props;
  const { children, className, ...rest } = more;
  const area = useRef<HTMLElement>(null);
  const explanation = sentences.filter(({ part }) => part === "explanation");
  const guidance = sentences.filter(({ part }) => part === "guidance");
  const { copied, copy } = useCopy(area, () => ({
    text: [toldText(explanation), toldText(guidance)].filter(Boolean).join("\n\n"),
    done: "Copied.",
  }));
  return (
    <section
      ref={area}
      aria-label={title}
      aria-busy={kept === null}
      data-slot="explanation"
      data-by={kept === null ? undefined : kept.by ? "ai" : "rules"}
      data-old={isOld || undefined}
      className={cn("border-accent border-l-2 pl-4 sm:pl-5", className)}
      {...rest}
    >
      <div aria-live="polite" className="flex flex-col gap-2.5">
        {explanation.length > 0 ? <ToldPart sentences={explanation} onMetric={onMetric} /> : null}
        {guidance.length > 0 ? (
          <div>
            <p className="mb-0.5 font-semibold text-faint text-xs tracking-[0.03em]">What to do</p>
            <ToldPart sentences={guidance} onMetric={onMetric} />
          </div>
        ) : null}
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-0.5 text-faint text-xs" data-screen-only="">
        <p role="status" className="min-w-0">
          {kept === null ? "Writing; each sentence is shown once its numbers are checked." : byLine(kept)}
          {isOld ? <span className="font-medium text-warn"> Based on older results.</span> : null}
        </p>
        <span className="-ml-2 flex flex-wrap items-center">
          {kept === null ? (
            <Button variant="soft" size="sm" onClick={onStop}>
              <Square aria-hidden="true" className="fill-current" />
              Stop
            </Button>
          ) : (
            <>
              {onAgain ? (
                <Button variant="soft" size="sm" onClick={onAgain}>
                  <RotateCcw aria-hidden="true" />
                  Explain again
                </Button>
              ) : null}
              <Button variant="soft" size="sm" onClick={copy}>
                <Copy aria-hidden="true" />
                Copy text
              </Button>
              {onPreview ? (
                <Button variant="soft" size="sm" aria-haspopup="dialog" onClick={onPreview}>
                  See what is sent
                </Button>
              ) : null}
              <Button variant="soft" size="sm" aria-label={`Remove: ${title}`} onClick={onRemove}>
                <X aria-hidden="true" />
                Remove
              </Button>
            </>
          )}
        </span>
        <span role="status">{copied}</span>
      </div>
      {children}
      {kept && !kept.by && kept.note === null ? <SetUp /> : null}
    </section>
  );
}

function SetUp() {
  return (
    <p data-slot="set-up" data-screen-only="" className="mt-1 max-w-[72ch] text-faint text-xs [overflow-wrap:anywhere]">
      {SET_UP.map((line) => (
        <span key={line} className="block">
          {line}
        </span>
      ))}
    </p>
  );
}
