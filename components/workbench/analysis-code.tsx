"use client";

import { PencilLine } from "lucide-react";
import { flushSync } from "react-dom";
import { SqlText } from "@/components/editor/sql-text";
import { Button } from "@/components/ui/button";
import { ScrollArea } from "@/components/ui/scroll-area";
import { analysisNamed } from "@/lib/analyses/registry";
import type { AnalysisCell } from "@/lib/notebook/notebook";
import { ownSql } from "@/lib/workbench/own-sql";
import { pageSelection } from "./selection";
import { useWorkbenchHandle } from "./use-workbench";

/** The SQL of an analysis, to be read; changed, it becomes a query of one's own. */
export function AnalysisCode({ cell }: { cell: AnalysisCell }) {
  const { act } = useWorkbenchHandle();
  return (
    <div data-slot="analysis-code" className="mt-2.5 rounded-md border border-line bg-sheet">
      <ScrollArea label={`SQL of ${cell.title}`} className="max-h-80 px-3 py-2.5">
        <SqlText text={analysisNamed(cell.analysis).query.text.trim()} />
      </ScrollArea>
      <p className="flex flex-wrap items-center gap-x-3 border-line border-t px-3 py-1.5 text-soft text-sm">
        <span>Words with a dollar sign are the settings above.</span>
        <Button
          variant="link"
          size="text"
          onClick={() =>
            act((on) => {
              // Drawn at once: the place to write in is not to be looked for in the cell as it was.
              flushSync(() => on.edit({ type: "set-cell", cell: ownSql(cell) }));
              pageSelection().edit(cell.name);
            })
          }
        >
          <PencilLine aria-hidden="true" className="size-3.5" />
          Edit SQL
        </Button>
      </p>
    </div>
  );
}
