import { lazy, type RefObject, Suspense, useDeferredValue, useEffect, useId, useRef } from "react";
import { Kbd } from "@/components/ui/kbd";
import { useDraft } from "./use-draft";

export const LazyMarkdown = lazy(async () => ({ default: (await import("@/components/ui/markdown")).Markdown }));

/** What a notebook can keep of one note. */
const MOST_LETTERS = 20_000;

interface NoteEditorProps {
  text: string;
  /** Of the note, for the field's name. */
  title: string;
  /** Called when typing pauses and when the field is left. */
  onText: (text: string) => void;
  onDone: () => void;
}

/** A plain field as high as its text; beside it, where there is room, what becomes of it. */
export function NoteEditor({ text, title, onText, onDone }: NoteEditorProps) {
  const { draft, setDraft, keep } = useDraft(text, onText);
  const shown = useDeferredValue(draft);
  const field = useRef<HTMLTextAreaElement>(null);
  const hint = useId();
  useCursorAtEnd(field);
  const full = draft.length >= MOST_LETTERS;
  const size =
    "col-start-1 row-start-1 min-h-32 w-full whitespace-pre-wrap p-3 font-mono text-sm leading-[1.6] [font-variant-ligatures:none]";
  return (
    <div data-slot="note-editor" data-screen-only="" className="mt-2">
      <div className="grid items-start gap-x-9 @3xl:grid-cols-2">
        <div className="grid [overflow-wrap:anywhere]">
          <div aria-hidden="true" className={`${size} invisible border border-transparent`}>
            {`${draft}\n`}
          </div>
          <textarea
            ref={field}
            value={draft}
            aria-label={`Text of ${title}`}
            aria-describedby={hint}
            maxLength={MOST_LETTERS}
            spellCheck
            onChange={(event) => setDraft(event.target.value)}
            onBlur={keep}
            onKeyDown={(event) => {
              if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
              event.preventDefault();
              keep();
              onDone();
            }}
            className={`${size} resize-none overflow-hidden rounded-md border border-line bg-sheet text-ink`}
          />
        </div>
        {shown.trim() === "" ? null : (
          <div inert aria-hidden="true" className="hidden pt-2.5 @3xl:block">
            <Suspense fallback={null}>
              <LazyMarkdown text={shown} />
            </Suspense>
          </div>
        )}
      </div>
      <p id={hint} className="mt-1.5 max-w-[72ch] text-faint text-xs leading-[1.8] [font-variant-ligatures:none]">
        <Kbd>Esc</Kbd> shows it. <code className="font-mono">**bold**</code>,{" "}
        <code className="font-mono">*italic*</code>, <code className="font-mono"># heading</code>,{" "}
        <code className="font-mono">- list</code>, <code className="font-mono">- [ ] to do</code>,{" "}
        <code className="font-mono">[words](https://…)</code>, and{" "}
        <code className="font-mono">[words](#best_sellers)</code> leads to a cell.
      </p>
      <p role="status" className="text-sm text-warn">
        {full ? "A note holds 20,000 letters. Go on in another one." : null}
      </p>
    </div>
  );
}

/** Where the next words are written. */
function useCursorAtEnd(field: RefObject<HTMLTextAreaElement | null>): void {
  useEffect(() => {
    const area = field.current;
    if (!area) return;
    area.focus({ preventScroll: true });
    area.setSelectionRange(area.value.length, area.value.length);
    area.scrollIntoView({ block: "nearest" });
  }, [field]);
}
