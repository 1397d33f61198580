import { SlidersHorizontal } from "lucide-react";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import type { Column } from "@/lib/query/column";

interface TableToolsProps {
  /** Every column that can be shown. */
  columns: readonly Column[];
  hidden: ReadonlySet<string>;
  onHidden: (hidden: ReadonlySet<string>) => void;
  filter: string;
  onFilter: (filter: string) => void;
  onCopy: () => void;
  /** What copying led to, as a sentence; empty before. */
  copied: string;
}

/** What one can do with a table beside reading it: filter its rows, choose its columns, copy it. */
export function TableTools({ columns, hidden, onHidden, filter, onFilter, onCopy, copied }: TableToolsProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const shown = columns.filter((column) => !hidden.has(column.name)).length;
  const toggle = (name: string) => {
    const next = new Set(hidden);
    if (!next.delete(name)) next.add(name);
    onHidden(next);
  };
  return (
    <>
      <Button
        variant="soft"
        size="icon-sm"
        aria-label="Table options"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        className="ml-auto text-faint"
      >
        <SlidersHorizontal aria-hidden="true" />
      </Button>
      {open ? (
        <div id={id} className="flex w-full flex-wrap items-center gap-x-4 gap-y-2 pb-1 text-soft text-sm">
          <label className="flex items-center gap-2">
            Filter rows
            <input
              type="search"
              value={filter}
              onChange={(event) => onFilter(event.currentTarget.value)}
              className="h-7 w-40 rounded-md border border-line bg-transparent px-2 text-ink"
            />
          </label>
          <fieldset className="flex flex-wrap gap-x-3 gap-y-1">
            <legend className="sr-only">Columns</legend>
            {columns.map((column) => (
              <label key={column.name} className="flex items-center gap-1.5">
                <input
                  type="checkbox"
                  checked={!hidden.has(column.name)}
                  disabled={shown === 1 && !hidden.has(column.name)}
                  onChange={() => toggle(column.name)}
                />
                {column.label}
              </label>
            ))}
          </fieldset>
          <Button variant="outline" size="sm" onClick={onCopy}>
            Copy table
          </Button>
        </div>
      ) : null}
      <p role="status" className="text-faint text-xs empty:hidden">
        {copied}
      </p>
    </>
  );
}
