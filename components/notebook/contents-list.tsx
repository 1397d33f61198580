import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";
import type { CellId } from "@/lib/notebook/ids";
import type { Cell } from "@/lib/notebook/notebook";
import type { CellRun } from "@/lib/workbench/state";
import { StatusDot } from "./status-mark";
import { STATUS_WORDS } from "./status-text";

type ContentsListProps = Omit<ComponentProps<"nav">, "children" | "onSelect"> & {
  cells: readonly Cell[];
  runs: Readonly<Record<CellId, CellRun>>;
  /** The cell one is in. */
  current: CellId | null;
  onSelect?: (id: CellId) => void;
};

/** The notebook's contents with the state of each cell; a list of links to the cells. */
export function ContentsList({ cells, runs, current, onSelect, className, ...props }: ContentsListProps) {
  return (
    <nav aria-label="Contents" data-slot="contents-list" className={className} {...props}>
      <ol>
        {cells.map((cell) => {
          const run = runs[cell.id];
          const status = cell.kind === "input" ? "ok" : (run?.status ?? "never-run");
          const words = run?.reason ? `${STATUS_WORDS[status]}: ${run.reason}` : STATUS_WORDS[status];
          return (
            <li key={cell.id}>
              <a
                href={`#cell-${cell.name}`}
                aria-current={cell.id === current ? "location" : undefined}
                title={status === "ok" ? undefined : words}
                onClick={() => onSelect?.(cell.id)}
                className={cn(
                  "-mx-2 flex items-center gap-2.5 rounded-md px-2 py-1 text-ink text-sm hover:bg-wash",
                  "aria-[current=location]:bg-accent-wash aria-[current=location]:text-accent",
                )}
              >
                <StatusDot status={status} />
                <span className="truncate">{cell.title}</span>
                <span className="sr-only">, {words}</span>
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
