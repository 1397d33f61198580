import { Check, PencilLine } from "lucide-react";
import { Suspense, useRef } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { NoteCell } from "@/lib/notebook/notebook";
import { type CellActions, CellHeader } from "./cell-header";
import { LazyMarkdown, NoteEditor } from "./note-editor";
import { useNoteEditing } from "./use-note-editing";

interface NoteCellViewProps
  extends Pick<CellActions, "onRename" | "onCollapse" | "onRemove" | "onMoveUp" | "onMoveDown" | "more"> {
  cell: NoteCell;
  editing: boolean;
  onEditingChange: (editing: boolean) => void;
  /** Called with another text when typing pauses and when editing ends. */
  onText: (text: string) => void;
}

/** The title nobody gave: it steps back behind the note's own words. */
const UNNAMED = /^Note( \d+)?$/;

/** Words of one's own: read as a page, written as Markdown after a double click, Enter or "Edit". */
export function NoteCellView({ cell, editing, onEditingChange, onText, ...actions }: NoteCellViewProps) {
  const section = useRef<HTMLElement>(null);
  const titleId = `title-${cell.id}`;
  useNoteEditing(section, editing, onEditingChange);
  return (
    <section
      ref={section}
      id={`cell-${cell.name}`}
      aria-labelledby={titleId}
      tabIndex={-1}
      data-slot="cell"
      data-cell={cell.name}
      data-editing={editing || undefined}
      className={cn(
        "group/cell @container relative scroll-mt-16 border-line border-t pt-5.5 pb-7 outline-none [header+&]:border-t-0 [header+&]:pt-0",
        UNNAMED.test(cell.title) && "[&_h2]:font-normal [&_h2]:text-faint [&_h2]:text-sm",
      )}
    >
      <CellHeader
        cell={cell}
        run={null}
        titleId={titleId}
        first={
          <Button variant="soft" size="sm" onClick={() => onEditingChange(!editing)}>
            {editing ? <Check aria-hidden="true" /> : <PencilLine aria-hidden="true" />}
            {editing ? "Done" : "Edit"}
          </Button>
        }
        {...actions}
      />
      {editing ? (
        <NoteEditor text={cell.text} title={cell.title} onText={onText} onDone={() => onEditingChange(false)} />
      ) : cell.text.trim() === "" ? (
        <Button variant="link" size="text" className="mt-1" data-screen-only="" onClick={() => onEditingChange(true)}>
          Write a note
        </Button>
      ) : cell.collapsed ? (
        <Collapsed text={cell.text} onExpand={() => actions.onCollapse(false)} />
      ) : (
        <Suspense fallback={<p className="whitespace-pre-wrap font-serif text-[1.0625rem]">{cell.text}</p>}>
          <LazyMarkdown text={cell.text} className="mt-1" onDoubleClick={() => onEditingChange(true)} />
        </Suspense>
      )}
    </section>
  );
}

/** The first line, as it was written. */
function Collapsed({ text, onExpand }: { text: string; onExpand: () => void }) {
  return (
    <p className="mt-0.5 flex items-baseline gap-x-3 text-base text-soft">
      <span className="truncate">{text.trim().split("\n", 1)}</span>
      <Button variant="link" size="text" onClick={onExpand} aria-expanded={false}>
        Show
      </Button>
    </p>
  );
}
