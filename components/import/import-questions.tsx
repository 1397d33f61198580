import { CircleHelp } from "lucide-react";
import { Banner } from "@/components/ui/banner";
import type { Guess } from "@/lib/ingest/plan";
import type { Problem } from "@/lib/std/problem";

interface ImportQuestionsProps extends Pick<Guess, "questions" | "evidence"> {
  /** Why the file could not be looked at with the last choice. */
  problem: Problem | null;
}

/** What a person should decide, and quietly below it what speaks for the guesses. */
export function ImportQuestions({ questions, evidence, problem }: ImportQuestionsProps) {
  if (questions.length === 0 && evidence.length === 0 && !problem) return null;
  return (
    <div className="flex flex-col gap-2">
      {problem ? <Banner tone="error" message={problem.message} hint={problem.hint} /> : null}
      {questions.length > 0 ? (
        <ul
          data-slot="import-questions"
          className="flex flex-col gap-1.5 border-warn border-l-[3px] bg-warn-wash px-4 py-2.5"
        >
          {questions.map((question) => (
            <li key={question} className="flex items-start gap-2.5 text-base">
              <CircleHelp aria-hidden="true" className="mt-[3px] size-4 shrink-0 text-warn" />
              {question}
            </li>
          ))}
        </ul>
      ) : null}
      {evidence.length > 0 ? (
        <p data-slot="import-evidence" className="max-w-[80ch] text-sm text-soft">
          {evidence.join(" ")}
        </p>
      ) : null}
    </div>
  );
}
