import type { ComponentProps } from "react";
import { Button } from "@/components/ui/button";
import { TableTools } from "./table-tools";

interface TableBarProps {
  /** Folds the table or unfolds it; null where all of it is seen. */
  fold: { label: string; onFold: () => void } | null;
  /** How many rows there are, where one cannot see it. */
  count: string | null;
  tools: ComponentProps<typeof TableTools> | null;
}

/** What stands below a table on the screen. */
export function TableBar({ fold, count, tools }: TableBarProps) {
  return (
    <div className="mt-1 flex flex-wrap items-center gap-x-4" data-screen-only="">
      {fold ? (
        <Button variant="link" size="text" className="text-sm" onClick={fold.onFold}>
          {fold.label}
        </Button>
      ) : null}
      {count ? <p className="text-faint text-xs">{count}</p> : null}
      {tools ? <TableTools {...tools} /> : null}
    </div>
  );
}
