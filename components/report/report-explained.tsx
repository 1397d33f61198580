import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";
import type { ReportExplanation } from "@/lib/report/report";

type ReportExplainedProps = Omit<ComponentProps<"div">, "children"> & { explanation: ReportExplanation };

/** Why the figures are as they are, and what to do, in verified sentences. */
export function ReportExplained({ explanation: { sentences, by }, className, ...props }: ReportExplainedProps) {
  const told = (part: "explanation" | "guidance") =>
    sentences
      .filter((sentence) => sentence.part === part)
      .map(({ text }) => text)
      .join(" ");
  const guidance = told("guidance");
  const look = "max-w-[62ch] font-serif text-[1.0625rem] leading-[1.52] [overflow-wrap:anywhere]";
  return (
    <div data-slot="explanation" className={cn("border-accent border-l-2 pl-4 sm:pl-5", className)} {...props}>
      <p className={look}>{told("explanation")}</p>
      {guidance ? (
        <>
          <p className="mt-2.5 mb-0.5 font-semibold text-faint text-xs tracking-[0.03em]">What to do</p>
          <p className={look}>{guidance}</p>
        </>
      ) : null}
      <p className="mt-2 text-faint text-xs">{by}</p>
    </div>
  );
}
