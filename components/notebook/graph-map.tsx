import { type ComponentProps, useState } from "react";
import { cn } from "@/components/ui/cn";
import type { MapNode } from "@/lib/notebook/graph-map";
import type { CellId } from "@/lib/notebook/ids";
import type { CellRun } from "@/lib/workbench/state";
import { graphLines } from "./graph-lines";
import { StatusDot } from "./status-mark";
import { STATUS_WORDS } from "./status-text";

type GraphMapProps = Omit<ComponentProps<"nav">, "children" | "onSelect"> & {
  nodes: readonly MapNode[];
  runs: Readonly<Record<CellId, Pick<CellRun, "status" | "reason">>>;
  onSelect?: () => void;
};

/** Pixels of a line of the map. */
const ROW = 28;

/** Which cell reads which, from top to bottom: links to the cells, joined by lines; what each reads is said in words. */
export function GraphMap({ nodes, runs, onSelect, className, ...props }: GraphMapProps) {
  const [pointed, setPointed] = useState<CellId | null>(null);
  const { lines, indents, width } = graphLines(nodes, ROW);
  return (
    <nav
      aria-label="What reads what"
      data-slot="graph-map"
      className={cn("relative -mx-2 max-h-80 overflow-y-auto overscroll-contain", className)}
      {...props}
    >
      <div className="relative">
        <svg
          aria-hidden="true"
          width={width}
          height={nodes.length * ROW}
          className="pointer-events-none absolute top-0 left-[5.5px] fill-none"
        >
          {lines.map(({ from, to, path }) => (
            <path
              key={`${from} ${to}`}
              d={path}
              data-pointed={pointed === from || pointed === to || undefined}
              className="stroke-[1.25] stroke-edge/55 data-pointed:stroke-[1.75] data-pointed:stroke-accent"
            />
          ))}
        </svg>
        <ol>
          {nodes.map((node, row) => (
            <GraphItem
              key={node.cell.id}
              node={node}
              run={runs[node.cell.id]}
              indent={indents[row] ?? 0}
              onPoint={(on) => setPointed(on ? node.cell.id : null)}
              onSelect={onSelect}
            />
          ))}
        </ol>
      </div>
    </nav>
  );
}

interface GraphItemProps {
  node: MapNode;
  run: Pick<CellRun, "status" | "reason"> | undefined;
  /** Pixels from the left edge to its sign. */
  indent: number;
  onPoint: (on: boolean) => void;
  onSelect: (() => void) | undefined;
}

function GraphItem({ node: { cell, reads }, run, indent, onPoint, onSelect }: GraphItemProps) {
  const status = cell.kind === "input" ? "ok" : (run?.status ?? "never-run");
  return (
    <li style={{ height: ROW }}>
      <a
        href={`#cell-${cell.name}`}
        data-status={cell.kind === "input" ? undefined : status}
        title={status === "ok" ? undefined : STATUS_WORDS[status]}
        onMouseEnter={() => onPoint(true)}
        onMouseLeave={() => onPoint(false)}
        onFocus={() => onPoint(true)}
        onBlur={() => onPoint(false)}
        onClick={onSelect}
        style={{ paddingLeft: indent - 0.5 }}
        className="flex h-full items-center gap-2 rounded-md pr-2 text-ink text-sm hover:bg-wash focus-visible:-outline-offset-2"
      >
        <span aria-hidden="true" className="flex size-3 shrink-0 items-center justify-center rounded-full bg-paper">
          {cell.kind === "input" ? <span className="size-[7px] rotate-45 bg-accent" /> : <StatusDot status={status} />}
        </span>
        <span className="truncate">{cell.title}</span>
        <span className="sr-only">, {cell.kind === "input" ? "input" : STATUS_WORDS[status]}</span>
      </a>
      {reads.length > 0 ? (
        <ul aria-label={`${cell.title} reads`} className="sr-only">
          {reads.map((read) => (
            <li key={read.id}>{read.title}</li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}
