import { Tabs } from "radix-ui";
import { type ReactNode, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Dialog, DialogBody, DialogContent, DialogFooter } from "@/components/ui/dialog";
import type { Guess, ImportPlan } from "@/lib/ingest/plan";
import type { Problem } from "@/lib/std/problem";
import { ImportQuestions } from "./import-questions";
import { missingFrom } from "./plan-changes";
import { PlanForm, type TableChoice } from "./plan-form";
import { SamplePreview } from "./sample-preview";

/** A file that needs answers. */
export interface AskedFile {
  id: string;
  guess: Guess;
  /** Names of other files with the same header: the answers are theirs too. */
  also: readonly string[];
  /** Why the last look at it failed; null when all is well. */
  problem: Problem | null;
}

interface ImportDialogProps {
  /** The dialog is open while there is one. */
  files: readonly AskedFile[];
  locale: string;
  /** A list of orders comes along, or is here: sales may lack their date. */
  hasOrders: boolean;
  /** Looks at a file once more; its guess is another afterwards. */
  onLook: (id: string, choice: TableChoice) => void;
  /** The answers, one plan a file, by its id. */
  onImport: (plans: Readonly<Record<string, ImportPlan>>) => void;
  onCancel: () => void;
}

/** Asks how files are to be read: questions on top, a preview, and every guess filled in. */
export function ImportDialog(props: ImportDialogProps) {
  const key = props.files.map((file) => file.id).join(" ");
  if (props.files.length === 0) return null;
  return <OpenDialog key={key} {...props} />;
}

/** What was changed of a guess; another guess of the same file takes it back. */
interface Answered {
  guess: Guess;
  plan: ImportPlan;
}

function OpenDialog({ files, locale, hasOrders, onLook, onImport, onCancel }: ImportDialogProps) {
  const [answered, setAnswered] = useState<Readonly<Record<string, Answered>>>({});
  const noteId = useId();
  const plans = Object.fromEntries(
    files.map(({ id, guess }) => [id, answered[id]?.guess === guess ? answered[id].plan : guess.plan]),
  );
  const planFor = ({ id, guess }: AskedFile) => plans[id] ?? guess.plan;
  const orders = hasOrders || Object.values(plans).some(({ kind }) => kind === "orders");
  const missingOf = (file: AskedFile) => missingFrom(planFor(file), orders);
  const lacking = files.find((file) => missingOf(file) !== null);
  const missing = lacking ? missingOf(lacking) : null;
  const count = files.reduce((sum, { also }) => sum + 1 + also.length, 0);
  const form = (file: AskedFile) => (
    <AskedForm
      file={file}
      plan={planFor(file)}
      locale={locale}
      onPlan={(plan) => setAnswered((last) => ({ ...last, [file.id]: { guess: file.guess, plan } }))}
      onLook={(choice) => onLook(file.id, choice)}
    />
  );
  const [first] = files;
  const title = count > 1 ? `Import ${count} files` : `Import ${first?.guess.fileName}`;
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onCancel())}>
      <DialogContent title={title} className="max-w-[760px]">
        {files.length > 1 ? (
          <FileTabs files={files} lacks={(file) => missingOf(file) !== null} panel={form} />
        ) : (
          <DialogBody>{first ? form(first) : null}</DialogBody>
        )}
        <DialogFooter>
          <p id={noteId} role="status" className="mr-auto min-w-0 text-sm text-warn">
            {missing}
            {missing && files.length > 1 && lacking ? ` (${lacking.guess.fileName})` : ""}
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

interface AskedFormProps {
  file: AskedFile;
  plan: ImportPlan;
  locale: string;
  onPlan: (plan: ImportPlan) => void;
  onLook: (choice: TableChoice) => void;
}

/** One file: what is asked, what was found, its first lines and every choice. */
function AskedForm({ file, plan, locale, onPlan, onLook }: AskedFormProps) {
  const { guess, also, problem } = file;
  return (
    <div className="flex flex-col gap-5">
      {also.length > 0 ? <Also shown={guess.fileName} names={also} /> : null}
      <ImportQuestions questions={guess.questions} evidence={guess.evidence} problem={problem} />
      <SamplePreview guess={guess} plan={plan} />
      <PlanForm guess={guess} plan={plan} locale={locale} onPlan={onPlan} onLook={onLook} />
    </div>
  );
}

/** The files the answers are copied to; a long list is cut after the first three. */
function Also({ shown, names }: { shown: string; names: readonly string[] }) {
  const rest = names.length - 3;
  const one = names.length === 1;
  return (
    <p className="text-base text-soft [overflow-wrap:anywhere]" title={names.join("\n")}>
      <span className="font-[550] text-ink">{shown}</span> is shown. {names.slice(0, 3).join(", ")}
      {rest > 0 ? ` and ${rest} more` : ""} {one ? "has" : "have"} the same header and {one ? "is" : "are"} read the
      same way.
    </p>
  );
}

interface FileTabsProps {
  files: readonly AskedFile[];
  lacks: (file: AskedFile) => boolean;
  panel: (file: AskedFile) => ReactNode;
}

/** A tab for each header. */
function FileTabs({ files, lacks, panel }: FileTabsProps) {
  return (
    <Tabs.Root defaultValue={files[0]?.id ?? ""} className="flex min-h-0 flex-1 flex-col">
      <Tabs.List aria-label="Files" className="flex gap-5 overflow-x-auto border-line border-b px-6">
        {files.map((file) => (
          <Tabs.Trigger
            key={file.id}
            value={file.id}
            className={cn(
              "-mb-px max-w-60 shrink-0 border-transparent border-b-2 py-2 text-base text-soft hover:text-ink focus-visible:-outline-offset-2",
              "data-[state=active]:border-accent data-[state=active]:font-[550] data-[state=active]:text-ink",
            )}
          >
            <span className="flex items-center gap-1.5">
              <span className="truncate">{file.guess.fileName}</span>
              {file.also.length > 0 ? <span className="shrink-0 text-faint text-xs">+{file.also.length}</span> : null}
              {lacks(file) ? (
                <>
                  <span aria-hidden="true" className="size-1.5 shrink-0 rounded-full bg-warn" />
                  <span className="sr-only"> (needs an answer)</span>
                </>
              ) : null}
            </span>
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {files.map((file) => (
        <Tabs.Content key={file.id} value={file.id} asChild>
          <DialogBody className="pt-4">{panel(file)}</DialogBody>
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}
