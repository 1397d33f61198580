import { SortableContext, verticalListSortingStrategy } from "@dnd-kit/sortable";
import type { ComponentProps } from "react";
import type { MapCell } from "@/lib/notebook/graph-map";
import type { CellId } from "@/lib/notebook/ids";
import type { CellRun } from "@/lib/workbench/state";
import { ContentsItem } from "./contents-item";
import { DragArea } from "./drag-area";

type ContentsListProps = Omit<ComponentProps<"nav">, "children" | "onSelect"> & {
  cells: readonly MapCell[];
  runs: Readonly<Record<CellId, Pick<CellRun, "status" | "reason">>>;
  /** The cell one is in. */
  current: CellId | null;
  onSelect?: (id: CellId) => void;
  /** A cell was dragged to another place. */
  onMove: (id: CellId, index: number) => void;
};

/** The notebook's contents with the state of each cell: links to the cells, and handles that move them. */
export function ContentsList({ cells, runs, current, onSelect, onMove, ...props }: ContentsListProps) {
  return (
    <nav aria-label="Contents" data-slot="contents-list" {...props}>
      <DragArea items={cells} onMove={(id, index) => onMove(id as CellId, index)}>
        <SortableContext items={cells.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
          <ol>
            {cells.map((cell) => (
              <ContentsItem
                key={cell.id}
                cell={cell}
                run={runs[cell.id]}
                current={cell.id === current}
                onSelect={() => onSelect?.(cell.id)}
              />
            ))}
          </ol>
        </SortableContext>
      </DragArea>
    </nav>
  );
}
