import { Plus } from "lucide-react";

/** A quiet "+" on the line between two cells: shown when one comes near, always on a touch screen. */
export function InsertLine({ after, onInsert }: { after: string; onInsert: () => void }) {
  return (
    <div data-slot="insert-line" data-screen-only="" className="group/insert relative z-10 h-0">
      <button
        type="button"
        aria-label={`Insert a cell after ${after}`}
        onClick={onInsert}
        className="absolute -top-2.5 left-1/2 flex h-5 w-72 max-w-full -translate-x-1/2 items-center justify-center opacity-0 transition-opacity focus-visible:opacity-100 group-hover/insert:opacity-100 pointer-coarse:opacity-60"
      >
        <span aria-hidden="true" className="h-px flex-1 bg-accent pointer-coarse:bg-transparent" />
        <span className="mx-2 flex size-5 items-center justify-center rounded-full border border-accent bg-paper text-accent pointer-coarse:size-7 pointer-coarse:border-line pointer-coarse:text-soft">
          <Plus aria-hidden="true" className="size-3.5" />
        </span>
        <span aria-hidden="true" className="h-px flex-1 bg-accent pointer-coarse:bg-transparent" />
      </button>
    </div>
  );
}
