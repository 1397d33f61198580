"use client";

import { Undo2 } from "lucide-react";
import { memo, useCallback, useMemo } from "react";
import type { RunMode, SqlProblem } from "@/components/editor/editor-props";
import { SqlEditor } from "@/components/editor/sql-editor";
import { Button } from "@/components/ui/button";
import { analysisNamed } from "@/lib/analyses/registry";
import type { SqlCell } from "@/lib/notebook/notebook";
import { backToOriginal } from "@/lib/workbench/own-sql";
import { attempt, runAndGoOn, runAndInsert, runCell } from "./cell-commands";
import { editorCommand } from "./editor-command";
import { keyChoices, onMac, useShownKeys } from "./key-choices";
import { pageSelection } from "./selection";
import { useSqlNames } from "./use-sql-names";
import { useWorkbenchHandle } from "./use-workbench";

interface SqlCodeProps {
  cell: SqlCell;
  index: number;
  /** What the engine says is wrong with it. */
  error: SqlProblem | null;
}

/** The query of a cell, to be written. */
export const SqlCode = memo(function SqlCode({ cell, index, error }: SqlCodeProps) {
  const { act, workbench } = useWorkbenchHandle();
  const { tables, inputs } = useSqlNames();
  const formatKey = useShownKeys("format");
  const { id, name, sql, origin, ran } = cell;
  const others = useMemo(() => tables.filter((table) => table.name !== name), [tables, name]);
  const onChange = useCallback(
    (text: string) => {
      act((on) => {
        // What was noted of the cell while it was written stays.
        const now = on.store.get().notebook?.cells.find((other) => other.id === id);
        if (now?.kind === "sql") attempt(() => on.write({ type: "set-cell", cell: { ...now, sql: text } }));
      });
      // It is refused, and told so, where another tab writes.
      return workbench?.store.get().tab !== "reader";
    },
    [act, workbench, id],
  );
  const onRun = (mode: RunMode) =>
    act((on) => {
      const at = { cell, index };
      if (mode === "next") runAndGoOn(on, at);
      else if (mode === "insert") runAndInsert(on, at);
      else runCell(on, cell);
    });
  return (
    <div data-slot="sql-code" className="mt-2.5">
      <SqlEditor
        key={id}
        value={sql}
        onChange={onChange}
        label={`SQL of ${cell.title}`}
        error={error}
        tables={others}
        inputs={inputs}
        commandOf={(event) => editorCommand(event, keyChoices(), onMac())}
        formatKey={formatKey}
        onRun={onRun}
        onEscape={() => pageSelection().leave()}
      />
      {origin ? (
        <p className="mt-1.5 flex flex-wrap items-baseline gap-x-2 text-soft text-sm">
          {analysisNamed(origin.analysis).title}, with SQL of your own{ran === null ? ", not run yet" : ""}.
          <Button
            variant="link"
            size="text"
            onClick={() =>
              act((on) => attempt(() => on.edit({ type: "set-cell", cell: backToOriginal({ ...cell, origin }) })))
            }
          >
            <Undo2 aria-hidden="true" className="size-3.5" />
            Back to the original
          </Button>
        </p>
      ) : null}
    </div>
  );
});
