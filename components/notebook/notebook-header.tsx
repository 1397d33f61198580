import { type ComponentProps, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { Facts } from "@/lib/analyses/analysis";
import type { Notebook } from "@/lib/notebook/notebook";
import { notebookLede } from "@/lib/workbench/notebook-lede";
import { EditableTitle } from "./editable-title";

type NotebookHeaderProps = ComponentProps<"header"> & {
  notebook: Notebook;
  facts: Facts | null;
  onRename: (title: string) => void;
  /** Opens the ledgers: what was set aside. */
  onOpenLedger: () => void;
};

/** Title and lede of the notebook; the title is edited where it stands. */
export function NotebookHeader({
  notebook,
  facts,
  onRename,
  onOpenLedger,
  className,
  children,
  ...props
}: NotebookHeaderProps) {
  const [editing, setEditing] = useState(false);
  const lede = notebookLede(notebook, facts);
  return (
    <header data-slot="notebook-header" className={cn("mb-8", className)} {...props}>
      <h1 className="font-semibold font-serif text-[1.6875rem] leading-[1.15] tracking-[-0.012em] sm:text-3xl">
        <EditableTitle
          value={notebook.title}
          what="notebook"
          editing={editing}
          onEditingChange={setEditing}
          onRename={onRename}
          singleClick
        />
      </h1>
      {lede ? (
        <p className="mt-2 max-w-[72ch] text-base text-soft">
          {lede.span} {lede.counted}
          {lede.aside ? (
            <>
              <Button variant="link" size="text" className="inline font-normal" onClick={onOpenLedger}>
                {lede.aside}
              </Button>{" "}
              and can be looked at.
            </>
          ) : null}
          {lede.remarks ? (
            <>
              {" "}
              <Button variant="link" size="text" className="inline font-normal" onClick={onOpenLedger}>
                {lede.remarks}
              </Button>{" "}
              on how they were read.
            </>
          ) : null}
          {lede.currencies ? (
            <strong data-slot="currencies-note" className="mt-1 block font-medium text-warn">
              {lede.currencies}
            </strong>
          ) : null}
        </p>
      ) : null}
      {children}
    </header>
  );
}
