import { MessageSquareText, Minimize2, Play, Square } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { Cell } from "@/lib/notebook/notebook";
import type { CellRun } from "@/lib/workbench/state";
import { CellMenu, type CellMore } from "./cell-menu";
import { EditableTitle } from "./editable-title";
import { STATUS_TONES, StatusMark } from "./status-mark";
import { statusText } from "./status-text";
import { useNow } from "./use-now";

/** What can be done with a cell. */
export interface CellActions {
  onRun: () => void;
  onCancel: () => void;
  onRename: (title: string) => void;
  onCollapse: (collapsed: boolean) => void;
  onRemove: () => void;
  /** Absent where there is no cell to pass. */
  onMoveUp?: (() => void) | undefined;
  onMoveDown?: (() => void) | undefined;
  /** Absent where there is nothing to explain yet. */
  onExplain?: (() => void) | undefined;
  /** Absent where there is no chart. */
  onSavePicture?: ((type: "png" | "svg") => void) | undefined;
  /** Absent in a cell that stands by itself. */
  more?: CellMore | undefined;
}

/** A parameter that other cells have too. */
export interface Shareable {
  /** "Period". */
  label: string;
  onShare: () => void;
}

type HeaderActions = Pick<
  CellActions,
  "onRename" | "onRemove" | "onMoveUp" | "onMoveDown" | "onSavePicture" | "onExplain" | "more"
> &
  Partial<Pick<CellActions, "onRun" | "onCancel" | "onCollapse">> & {
    shareable?: readonly Shareable[] | undefined;
    /** Buttons of this kind of cell alone, before the others and behind them. */
    first?: ReactNode;
    last?: ReactNode;
  };

type CellHeaderProps = HeaderActions & {
  cell: Pick<Cell, "name" | "title" | "collapsed">;
  /** null for what does not run. */
  run: CellRun | null;
  titleId: string;
};

/** Title, name, state in the margin, and actions that stay quiet until the cell is hovered or focused. */
export function CellHeader({ cell, run, titleId, ...actions }: CellHeaderProps) {
  const [own, setOwn] = useState<"title" | "name" | null>(null);
  const { renaming, onRenaming } = actions.more ?? { renaming: own, onRenaming: setOwn };
  const rename = (what: "title" | "name") => (on: boolean) => onRenaming(on ? what : null);
  return (
    <header
      data-slot="cell-header"
      data-filled={actions.more?.filled || undefined}
      className="flex flex-wrap items-center gap-x-3 sm:flex-nowrap"
    >
      <h2 id={titleId} className="min-w-0 font-semibold text-lg">
        <EditableTitle
          value={cell.title}
          what="cell"
          editing={renaming === "title"}
          onEditingChange={rename("title")}
          onRename={actions.onRename}
        />
      </h2>
      <CellName name={cell.name} naming={renaming === "name"} onNaming={rename("name")} onName={actions.more?.onName} />
      <div className="ml-auto flex shrink-0 items-center gap-2">
        {actions.more?.filled ? (
          <Button variant="outline" size="sm" onClick={actions.more.onFill}>
            <Minimize2 aria-hidden="true" />
            Back to the notebook
          </Button>
        ) : null}
        <CellButtons
          cell={cell}
          run={run}
          onStartRename={() => onRenaming("title")}
          onStartNaming={() => onRenaming("name")}
          {...actions}
        />
        {run ? <CellMargin run={run} /> : null}
      </div>
    </header>
  );
}

interface CellNameProps {
  name: string;
  naming: boolean;
  onNaming: (naming: boolean) => void;
  onName: ((name: string) => void) | undefined;
}

/** What other cells call it. */
function CellName({ name, naming, onNaming, onName }: CellNameProps) {
  const code = <code className="truncate font-mono text-faint text-xs max-sm:hidden">{name}</code>;
  if (!onName || !naming) return code;
  return (
    <EditableTitle
      value={name}
      what="cell"
      aria-label="Name of the cell for other cells"
      spellCheck={false}
      editing
      onEditingChange={onNaming}
      onRename={onName}
      className="font-mono text-xs"
    />
  );
}

/** Icon and words of a cell's state. */
export function CellMargin({ run }: { run: CellRun }) {
  const now = useNow(run.status === "running" ? 1000 : 30_000);
  return (
    <span
      data-slot="cell-margin"
      className={cn("flex items-center gap-1.5 whitespace-nowrap text-xs", STATUS_TONES[run.status])}
    >
      <StatusMark status={run.status} />
      {statusText(run, now)}
    </span>
  );
}

type CellButtonsProps = Omit<CellHeaderProps, "titleId"> & { onStartRename: () => void; onStartNaming: () => void };

function CellButtons({ cell, run, onStartRename, onStartNaming, shareable = [], ...more }: CellButtonsProps) {
  const { first, last, ...actions } = more;
  const [open, setOpen] = useState(false);
  const busy = run?.status === "running" || run?.status === "queued";
  return (
    <div
      data-slot="cell-actions"
      data-state={open || busy ? "shown" : "quiet"}
      className="flex items-center opacity-0 transition-opacity focus-within:opacity-100 group-focus-within/cell:opacity-100 group-hover/cell:opacity-100 has-[[aria-expanded=true]]:opacity-100 data-[state=shown]:opacity-100 pointer-coarse:opacity-100"
    >
      {first}
      {run === null ? null : busy ? (
        <Button variant="soft" size="sm" onClick={actions.onCancel}>
          <Square aria-hidden="true" className="fill-current" />
          Cancel
        </Button>
      ) : (
        <Button variant="soft" size="sm" onClick={actions.onRun}>
          <Play aria-hidden="true" className="fill-current" />
          Run
        </Button>
      )}
      {actions.onExplain && !busy ? (
        <Button variant="soft" size="sm" onClick={actions.onExplain}>
          <MessageSquareText aria-hidden="true" />
          <span className="max-sm:sr-only">Explain</span>
        </Button>
      ) : null}
      {last}
      <CellMenu
        open={open}
        onOpenChange={setOpen}
        collapsed={cell.collapsed}
        onStartRename={onStartRename}
        onStartNaming={onStartNaming}
        shareable={shareable}
        {...actions}
      />
    </div>
  );
}
