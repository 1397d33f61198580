import { CircleAlert, Info } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Progress } from "@/components/ui/progress";
import type { Incoming, IncomingStep } from "@/lib/workbench/state";
import { bytesLabel, phaseWords, progressWords, timeLeft, timeLeftLabel } from "./import-words";

type ImportProgressProps = Omit<ComponentProps<"ul">, "children"> & {
  incoming: readonly Incoming[];
  locale: string;
  onCancel: (id: string) => void;
  /** Takes a failed file off the list. */
  onDismiss: (id: string) => void;
};

/** The files on their way in, each with its real progress in words; done and cancelled ones are gone. */
export function ImportProgress({ incoming, locale, onCancel, onDismiss, className, ...props }: ImportProgressProps) {
  const shown = incoming.filter((file) => file.step !== "done" && file.step !== "cancelled");
  if (shown.length === 0) return null;
  return (
    <ul
      data-slot="import-progress"
      aria-label="Files on their way in"
      className={cn("flex flex-col", className)}
      {...props}
    >
      {shown.map((file) =>
        file.step === "failed" || file.step === "known" ? (
          <EndedFile key={file.id} file={file} onDismiss={() => onDismiss(file.id)} />
        ) : (
          <FileOnItsWay key={file.id} file={file} locale={locale} onCancel={() => onCancel(file.id)} />
        ),
      )}
    </ul>
  );
}

const STEPS: Readonly<Partial<Record<IncomingStep, string>>> = {
  waiting: "Waiting its turn",
  inspecting: "Looking at the first lines",
  asking: "Waiting for your answers",
  warned: "Waiting for your answer",
  overlapping: "Waiting for your answer",
};

interface FileOnItsWayProps {
  file: Incoming;
  locale: string;
  onCancel: () => void;
}

function FileOnItsWay({ file, locale, onCancel }: FileOnItsWayProps) {
  const [startedAt] = useState(() => Date.now());
  const { progress } = file;
  const share = progress && progress.totalBytes > 0 ? progress.doneBytes / progress.totalBytes : null;
  const left = progress ? timeLeft(progress.doneBytes, progress.totalBytes, Date.now() - startedAt) : null;
  const phase = STEPS[file.step] ?? (progress ? phaseWords(progress) : "Reading");
  return (
    <li
      data-incoming={file.id}
      data-step={file.step}
      className="flex items-center gap-4 border-line border-b py-3 last:border-b-0"
    >
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-baseline gap-x-3">
          <span className="min-w-0 truncate font-[550] text-base">{file.fileName}</span>
          <span className="text-sm text-soft">{phase}</span>
          <span className="ml-auto text-faint text-xs max-sm:ml-0">
            {progress ? progressWords(progress, locale) : bytesLabel(file.bytes, locale)}
            {left === null ? "" : ` · ${timeLeftLabel(left)}`}
          </span>
        </div>
        <Progress label={`${phase} ${file.fileName}`} value={file.step === "waiting" ? 0 : share} className="mt-2" />
      </div>
      <Button variant="outline" size="sm" aria-label={`Cancel ${file.fileName}`} onClick={onCancel}>
        Cancel
      </Button>
    </li>
  );
}

/** A file that could not be taken, or that is here already: what that means and what can be done. */
function EndedFile({ file, onDismiss }: { file: Incoming; onDismiss: () => void }) {
  const failed = file.step === "failed";
  const Icon = failed ? CircleAlert : Info;
  return (
    <li
      data-incoming={file.id}
      data-step={file.step}
      className={cn(
        "flex items-start gap-3 border-l-[3px] px-4 py-3",
        failed ? "border-down bg-down-wash" : "border-accent bg-accent-wash",
      )}
    >
      <Icon aria-hidden="true" className={cn("mt-0.5 size-4 shrink-0", failed ? "text-down" : "text-accent")} />
      <div role="alert" className="min-w-0 flex-1">
        <p className="font-[550] text-base [overflow-wrap:anywhere]">{file.fileName}</p>
        <p className="text-base">{file.problem?.message ?? "This file could not be read."}</p>
        {file.problem?.hint ? <p className="text-base text-soft">{file.problem.hint}</p> : null}
      </div>
      <Button variant="outline" size="sm" aria-label={`Dismiss ${file.fileName}`} onClick={onDismiss}>
        Dismiss
      </Button>
    </li>
  );
}
