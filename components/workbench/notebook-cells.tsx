"use client";

import { Plus } from "lucide-react";
import { Fragment } from "react";
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
        <Fragment key={cell.id}>
          <ShownTable id={cell.id}>
            <OneCell cell={cell} index={index} cells={cells} />
          </ShownTable>
          <InsertLine after={cell.title} onInsert={() => openPanel({ kind: "gallery", index: index + 1 })} />
        </Fragment>
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

function OneCell({ cell, index, cells }: { cell: Cell; index: number; cells: readonly Cell[] }) {
  switch (cell.kind) {
    case "analysis":
      return <NotebookCell cell={cell} index={index} count={cells.length} />;
    case "sql":
      return <NotebookSql cell={cell} index={index} count={cells.length} />;
    case "chart":
      return <NotebookChart cell={cell} index={index} count={cells.length} />;
    case "input":
      return <NotebookInput cell={cell} index={index} cells={cells} />;
    case "note":
      return <NotebookNote cell={cell} index={index} count={cells.length} />;
  }
}
