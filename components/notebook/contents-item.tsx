import { useSortable } from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import { GripVertical } from "lucide-react";
import { cn } from "@/components/ui/cn";
import type { MapCell } from "@/lib/notebook/graph-map";
import type { CellRun } from "@/lib/workbench/state";
import { StatusDot } from "./status-mark";
import { STATUS_WORDS } from "./status-text";

interface ContentsItemProps {
  cell: MapCell;
  run: Pick<CellRun, "status" | "reason"> | undefined;
  /** One is in it. */
  current: boolean;
  onSelect: () => void;
}

/** A cell in the contents: a link to it, its state, and the handle that moves it. */
export function ContentsItem({ cell, run, current, onSelect }: ContentsItemProps) {
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition, isDragging } = useSortable({
    id: cell.id,
    transition: { duration: 150, easing: "ease-out" },
  });
  const status = cell.kind === "input" || cell.kind === "note" ? "ok" : (run?.status ?? "never-run");
  const words = run?.reason ? `${STATUS_WORDS[status]}: ${run.reason}` : STATUS_WORDS[status];
  return (
    <li
      ref={setNodeRef}
      data-dragging={isDragging || undefined}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      className="group/item relative -mx-2 rounded-md data-dragging:z-10 data-dragging:bg-sheet data-dragging:shadow-float"
    >
      <a
        href={`#cell-${cell.name}`}
        aria-current={current ? "location" : undefined}
        title={status === "ok" ? undefined : words}
        onClick={onSelect}
        className={cn(
          "flex items-center gap-2.5 rounded-md py-1 pr-7 pl-2 text-ink text-sm hover:bg-wash",
          "aria-[current=location]:bg-accent-wash aria-[current=location]:text-accent",
        )}
      >
        <StatusDot status={status} />
        <span className="truncate">{cell.title}</span>
        <span className="sr-only">, {words}</span>
      </a>
      <button
        ref={setActivatorNodeRef}
        type="button"
        {...attributes}
        {...listeners}
        aria-label={`Move ${cell.title}`}
        aria-roledescription="drag handle"
        data-drag-handle={cell.name}
        className="absolute inset-y-0 right-0 flex w-7 cursor-grab touch-none items-center justify-center rounded-md text-faint opacity-0 focus-visible:opacity-100 group-hover/item:opacity-100 pointer-coarse:opacity-100"
      >
        <GripVertical aria-hidden="true" className="size-3.5" />
      </button>
    </li>
  );
}
