import { CircleHelp } from "lucide-react";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Dialog, DialogBody, DialogContent, DialogFooter } from "@/components/ui/dialog";
import type { Guess, ImportPlan } from "@/lib/ingest/plan";
import { missingFrom } from "./plan-changes";
import { PlanForm } from "./plan-form";
import { SamplePreview } from "./sample-preview";

/** A file that needs answers. */
export interface AskedFile {
  id: string;
  guess: Guess;
}

interface ImportDialogProps {
  /** The dialog is open while there is one. */
  files: readonly AskedFile[];
  locale: string;
  /** The answers, one plan a file, by its id. */
  onImport: (plans: Readonly<Record<string, ImportPlan>>) => void;
  onCancel: () => void;
}

/** Asks how files are to be read: questions on top, a preview, and every guess filled in. */
export function ImportDialog({ files, locale, onImport, onCancel }: ImportDialogProps) {
  const key = files.map((file) => file.id).join(" ");
  if (files.length === 0) return null;
  return <OpenDialog key={key} files={files} locale={locale} onImport={onImport} onCancel={onCancel} />;
}

function OpenDialog({ files, locale, onImport, onCancel }: ImportDialogProps) {
  const [plans, setPlans] = useState<Readonly<Record<string, ImportPlan>>>(() =>
    Object.fromEntries(files.map((file) => [file.id, file.guess.plan])),
  );
  const [shownId, setShownId] = useState(files[0]?.id);
  const noteId = useId();
  const shown = files.find((file) => file.id === shownId) ?? files[0];
  const plan = shown ? (plans[shown.id] ?? shown.guess.plan) : null;
  const lacking = files.find((file) => missingFrom(plans[file.id] ?? file.guess.plan) !== null);
  const missing = lacking ? missingFrom(plans[lacking.id] ?? lacking.guess.plan) : null;
  if (!shown || !plan) return null;

  const several = files.length > 1;
  const title = several ? `Import ${files.length} files` : `Import ${shown.guess.fileName}`;
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onCancel())}>
      <DialogContent title={title} className="max-w-[760px]">
        <DialogBody className="flex flex-col gap-5">
          {several ? <FileTabs files={files} shownId={shown.id} onShow={setShownId} /> : null}
          <Questions questions={shown.guess.questions} evidence={shown.guess.evidence} />
          <SamplePreview guess={shown.guess} plan={plan} />
          <PlanForm
            guess={shown.guess}
            plan={plan}
            locale={locale}
            onPlan={(next) => setPlans((last) => ({ ...last, [shown.id]: next }))}
          />
        </DialogBody>
        <DialogFooter>
          <p id={noteId} role="status" className="mr-auto min-w-0 text-sm text-warn">
            {missing}
            {missing && several && lacking ? ` (${lacking.guess.fileName})` : ""}
          </p>
          <Button variant="outline" onClick={onCancel}>
            Cancel
          </Button>
          <Button
            variant="primary"
            disabled={missing !== null}
            aria-describedby={missing ? noteId : undefined}
            onClick={() => onImport(plans)}
          >
            Import
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}

function Questions({ questions, evidence }: Pick<Guess, "questions" | "evidence">) {
  if (questions.length === 0 && evidence.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
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
      {evidence.length > 0 ? <p className="text-sm text-soft">{evidence.join(" ")}</p> : null}
    </div>
  );
}

interface FileTabsProps {
  files: readonly AskedFile[];
  shownId: string;
  onShow: (id: string) => void;
}

function FileTabs({ files, shownId, onShow }: FileTabsProps) {
  return (
    <ul className="flex flex-wrap gap-1.5">
      {files.map((file) => (
        <li key={file.id} className="max-w-full">
          <button
            type="button"
            aria-pressed={file.id === shownId}
            onClick={() => onShow(file.id)}
            className={cn(
              "max-w-full truncate rounded-md border border-line px-2.5 py-1 text-sm hover:bg-wash",
              "aria-pressed:border-accent aria-pressed:bg-accent-wash aria-pressed:text-accent",
            )}
          >
            {file.guess.fileName}
          </button>
        </li>
      ))}
    </ul>
  );
}
