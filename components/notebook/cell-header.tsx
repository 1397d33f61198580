import {
  ArrowDown,
  ArrowUp,
  ChevronDown,
  ChevronRight,
  Ellipsis,
  Link2,
  MessageSquareText,
  PencilLine,
  Play,
  Square,
  Trash2,
} from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from "@/components/ui/menu";
import type { Cell } from "@/lib/notebook/notebook";
import type { CellRun } from "@/lib/workbench/state";
import { EditableTitle } from "./editable-title";
import { PictureItems } from "./picture-items";
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
}

/** A parameter that other cells have too. */
export interface Shareable {
  /** "Period". */
  label: string;
  onShare: () => void;
}

type HeaderActions = Pick<
  CellActions,
  "onRename" | "onRemove" | "onMoveUp" | "onMoveDown" | "onSavePicture" | "onExplain"
> &
  Partial<Pick<CellActions, "onRun" | "onCancel" | "onCollapse">> & {
    shareable?: readonly Shareable[] | undefined;
    /** Buttons of this kind of cell alone, before the others. */
    first?: ReactNode;
  };

type CellHeaderProps = HeaderActions & {
  cell: Pick<Cell, "name" | "title" | "collapsed">;
  /** null for what does not run. */
  run: CellRun | null;
  titleId: string;
};

/** Title, name, state in the margin, and actions that stay quiet until the cell is hovered or focused. */
export function CellHeader({ cell, run, titleId, ...actions }: CellHeaderProps) {
  const [editing, setEditing] = useState(false);
  return (
    <header data-slot="cell-header" className="flex flex-wrap items-center gap-x-3 sm:flex-nowrap">
      <h2 id={titleId} className="min-w-0 font-semibold text-lg">
        <EditableTitle
          value={cell.title}
          what="cell"
          editing={editing}
          onEditingChange={setEditing}
          onRename={actions.onRename}
        />
      </h2>
      <code className="truncate font-mono text-faint text-xs max-sm:hidden">{cell.name}</code>
      <div className="ml-auto flex shrink-0 items-center gap-2">
        <CellButtons cell={cell} run={run} onStartRename={() => setEditing(true)} {...actions} />
        {run ? <CellMargin run={run} /> : null}
      </div>
    </header>
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

type CellButtonsProps = Omit<CellHeaderProps, "titleId"> & { onStartRename: () => void };

function CellButtons({ cell, run, onStartRename, shareable = [], first, ...actions }: CellButtonsProps) {
  const [open, setOpen] = useState(false);
  const busy = run?.status === "running" || run?.status === "queued";
  return (
    <div
      data-slot="cell-actions"
      data-state={open || busy ? "shown" : "quiet"}
      className="flex items-center opacity-0 transition-opacity focus-within:opacity-100 group-focus-within/cell:opacity-100 group-hover/cell:opacity-100 data-[state=shown]:opacity-100 pointer-coarse:opacity-100"
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
          Explain
        </Button>
      ) : null}
      <Menu open={open} onOpenChange={setOpen} modal={false}>
        <MenuTrigger asChild>
          <Button variant="soft" size="icon-sm" aria-label="Cell actions">
            <Ellipsis aria-hidden="true" />
          </Button>
        </MenuTrigger>
        <MenuContent aria-label="Cell actions" onCloseAutoFocus={(event) => keepFocusInField(event)}>
          <MenuItem disabled={!actions.onMoveUp} onSelect={() => actions.onMoveUp?.()}>
            <ArrowUp aria-hidden="true" />
            Move up
          </MenuItem>
          <MenuItem disabled={!actions.onMoveDown} onSelect={() => actions.onMoveDown?.()}>
            <ArrowDown aria-hidden="true" />
            Move down
          </MenuItem>
          {actions.onCollapse ? (
            <MenuItem onSelect={() => actions.onCollapse?.(!cell.collapsed)}>
              {cell.collapsed ? <ChevronDown aria-hidden="true" /> : <ChevronRight aria-hidden="true" />}
              {cell.collapsed ? "Expand" : "Collapse"}
            </MenuItem>
          ) : null}
          <MenuItem onSelect={onStartRename}>
            <PencilLine aria-hidden="true" />
            Rename
          </MenuItem>
          {shareable.length > 0 ? <MenuSeparator /> : null}
          {shareable.map(({ label, onShare }) => (
            <MenuItem key={label} onSelect={onShare}>
              <Link2 aria-hidden="true" />
              Use this {label.toLowerCase()} for all cells
            </MenuItem>
          ))}
          <PictureItems onSave={actions.onSavePicture} />
          <MenuSeparator />
          <MenuItem tone="danger" onSelect={actions.onRemove}>
            <Trash2 aria-hidden="true" />
            Delete
          </MenuItem>
        </MenuContent>
      </Menu>
    </div>
  );
}

/** After "Rename" the focus belongs to the title's field, not back on the menu button. */
function keepFocusInField(event: Event): void {
  if (document.activeElement instanceof HTMLInputElement) event.preventDefault();
}
