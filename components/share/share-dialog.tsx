import { Check, Copy, FileDown } from "lucide-react";
import { type ReactNode, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import type { SharedLink } from "@/lib/workbench/share-link";
import { ShareChoices, type SharedCell } from "./share-choices";
import { sizeWords } from "./size-words";

interface ShareDialogProps {
  onClose: () => void;
  cells: readonly SharedCell[];
  onChoose: (id: string, chosen: boolean) => void;
  length: "short" | "full";
  onLength: (length: "short" | "full") => void;
  passPhrase: string;
  onPassPhrase: (passPhrase: string) => void;
  /** null while it is being made. */
  link: SharedLink | null;
  /** Why none could be made. */
  problem: string | null;
  onSaveFile: () => void;
  count: (number: number) => string;
}

/** What leaves the notebook as a link, before it does: chosen, previewed, measured, locked. */
export function ShareDialog(props: ShareDialogProps) {
  const { onClose, cells, onChoose, length, onLength, passPhrase, onPassPhrase, link, problem, onSaveFile, count } =
    props;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<string | null>(null);
  const words = link ? sizeWords(link, count) : null;
  const chosen = cells.some((cell) => cell.chosen);

  async function copy() {
    if (!link) return;
    try {
      await navigator.clipboard.writeText(link.url);
      setCopied("The link is copied.");
    } catch {
      field.current?.select();
      setCopied("The browser did not allow copying. The link is selected: press Ctrl+C or ⌘C.");
    }
  }

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title="Share"
        description="The link holds the report itself: whoever has it can read it, and no server keeps it."
      >
        <DialogBody>
          <ShareChoices cells={cells} onChoose={onChoose} />
          <p className="mt-3 text-sm text-soft">
            Names of products, categories and files are in it as they stand in the report, and the text of queries.
            Lines of your files are in it only where a query lists them.
          </p>
          <fieldset className="mt-5">
            <legend className="mb-1.5 font-medium text-base">How much of long tables</legend>
            <Length value="short" chosen={length} onChoose={onLength}>
              As many rows as keep the link short
            </Length>
            <Length value="full" chosen={length} onChoose={onLength}>
              Up to 200 rows of a table
            </Length>
          </fieldset>
          <Field label="Pass phrase" note="optional, tell it by another way" htmlFor={`${id}-phrase`} className="mt-5">
            <input
              id={`${id}-phrase`}
              type="text"
              autoComplete="off"
              spellCheck={false}
              value={passPhrase}
              onChange={(event) => onPassPhrase(event.target.value)}
              className="h-9 rounded-md border border-edge bg-paper px-3 text-base"
            />
          </Field>
          <Field label="Share link" htmlFor={`${id}-link`} className="mt-5">
            <input
              ref={field}
              id={`${id}-link`}
              readOnly
              value={chosen ? (link?.url ?? "") : ""}
              placeholder={chosen ? "Making the link…" : "Choose a cell"}
              onFocus={(event) => event.target.select()}
              className="h-9 truncate rounded-md border border-line bg-wash px-3 font-mono text-sm"
            />
          </Field>
          <div aria-live="polite" className="mt-2 min-h-[3.1rem] text-sm">
            {problem ? <p className="text-down">{problem}</p> : null}
            {words && chosen ? (
              <p data-slot="link-size" data-size={link?.size} data-characters={link?.url.length}>
                <span className={words.tone}>{words.size}</span> <span className="text-soft">{words.rows}</span>
              </p>
            ) : null}
            {copied ? (
              <p className="mt-0.5 flex items-center gap-1 text-up">
                <Check aria-hidden="true" className="size-3.5" />
                {copied}
              </p>
            ) : null}
          </div>
        </DialogBody>
        <DialogFooter>
          <Button variant={link?.size === "too-long" ? "primary" : "outline"} disabled={!chosen} onClick={onSaveFile}>
            <FileDown aria-hidden="true" />
            Save as a page
          </Button>
          <Button
            variant={link?.size === "too-long" ? "outline" : "primary"}
            disabled={!link || !chosen}
            onClick={() => void copy()}
          >
            <Copy aria-hidden="true" />
            Copy link
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}

interface LengthProps {
  value: "short" | "full";
  chosen: "short" | "full";
  onChoose: (length: "short" | "full") => void;
  children: ReactNode;
}

function Length({ value, chosen, onChoose, children }: LengthProps) {
  return (
    <label className="flex items-center gap-2 py-0.5 text-base">
      <input
        type="radio"
        name="share-length"
        checked={chosen === value}
        onChange={() => onChoose(value)}
        className="size-4 accent-accent"
      />
      {children}
    </label>
  );
}
