"use client";

import { Plus } from "lucide-react";
import { memo } from "react";
import { InsertLine } from "@/components/notebook/insert-line";
import { Button } from "@/components/ui/button";
import type { Cell } from "@/lib/notebook/notebook";
import { NotebookCell } from "./notebook-cell";
import { NotebookChart } from "./notebook-chart";
import { NotebookInput } from "./notebook-input";
import { NotebookNote } from "./notebook-note";
import { NotebookSql } from "./notebook-sql";
import { openPanel } from "./page-view";
import { ShownTable } from "./shown-tables";

/** The cells of a notebook, and between them the way to add one. */
export function NotebookCells({ cells }: { cells: readonly Cell[] }) {
  return (
    <>
      {cells.map((cell, index) => (
        <OneCell key={cell.id} cell={cell} index={index} count={cells.length} />
      ))}
      <div data-screen-only="" className="mt-8 mb-6">
        <Button variant="outline" onClick={() => openPanel({ kind: "gallery", index: cells.length })}>
          <Plus aria-hidden="true" />
          Add a cell
        </Button>
      </div>
    </>
  );
}

interface OneCellProps {
  cell: Cell;
  index: number;
  count: number;
}

/** A cell and the way to add one after it; drawn again only when it is another. */
const OneCell = memo(function OneCell(props: OneCellProps) {
  const { cell, index } = props;
  return (
    <>
      <ShownTable id={cell.id}>
        <CellOfItsKind {...props} />
      </ShownTable>
      <InsertLine after={cell.title} onInsert={() => openPanel({ kind: "gallery", index: index + 1 })} />
    </>
  );
});

function CellOfItsKind({ cell, index, count }: OneCellProps) {
  switch (cell.kind) {
    case "analysis":
      return <NotebookCell cell={cell} index={index} count={count} />;
    case "sql":
      return <NotebookSql cell={cell} index={index} count={count} />;
    case "chart":
      return <NotebookChart cell={cell} index={index} count={count} />;
    case "input":
      return <NotebookInput cell={cell} index={index} />;
    case "note":
      return <NotebookNote cell={cell} index={index} count={count} />;
  }
}
