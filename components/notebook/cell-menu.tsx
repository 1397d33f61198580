import {
  ArrowDown,
  ArrowUp,
  ChevronDown,
  ChevronRight,
  Code,
  Ellipsis,
  Link2,
  type LucideIcon,
  Maximize2,
  Minimize2,
  PencilLine,
  Trash2,
} from "lucide-react";
import { Fragment } from "react";
import { Button } from "@/components/ui/button";
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from "@/components/ui/menu";
import { PictureItems } from "./picture-items";

/** One thing in a cell's menu. */
interface CellEntry {
  icon: LucideIcon;
  label: string;
  /** Its keys, in words. */
  shortcut?: string | null;
  disabled?: boolean;
  onSelect: () => void;
}

/** What can be done with every cell of a notebook, whatever its kind. */
export interface CellMore {
  /** True while it fills the window. */
  filled: boolean;
  onFill: () => void;
  /** Which of its names is being written. */
  renaming: "title" | "name" | null;
  onRenaming: (what: "title" | "name" | null) => void;
  /** Another name for other cells. */
  onName: (name: string) => void;
  /** Further entries, a group each between two lines. */
  entries: readonly (readonly CellEntry[])[];
  /** The keys of "Move up", "Move down", "Fill the window" and "Delete" in words; null for none. */
  keys: Readonly<Record<"up" | "down" | "fill" | "delete", string | null>>;
}

interface CellMenuProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  collapsed: boolean;
  onCollapse?: ((collapsed: boolean) => void) | undefined;
  onMoveUp?: (() => void) | undefined;
  onMoveDown?: (() => void) | undefined;
  onStartRename: () => void;
  onStartNaming: () => void;
  shareable: readonly { label: string; onShare: () => void }[];
  onSavePicture?: ((type: "png" | "svg") => void) | undefined;
  onRemove: () => void;
  more?: CellMore | undefined;
}

/** Everything that can be done with a cell, for mouse, finger and keyboard. */
export function CellMenu({ open, onOpenChange, shareable, more, ...props }: CellMenuProps) {
  const { collapsed, onCollapse, onMoveUp, onMoveDown, onStartRename, onStartNaming, onSavePicture, onRemove } = props;
  const entries: (CellEntry & { shown?: boolean })[] = [
    {
      icon: ArrowUp,
      label: "Move up",
      shortcut: more?.keys.up ?? null,
      disabled: !onMoveUp,
      onSelect: () => onMoveUp?.(),
    },
    {
      icon: ArrowDown,
      label: "Move down",
      shortcut: more?.keys.down ?? null,
      disabled: !onMoveDown,
      onSelect: () => onMoveDown?.(),
    },
    {
      icon: collapsed ? ChevronDown : ChevronRight,
      label: collapsed ? "Expand" : "Collapse",
      shown: onCollapse !== undefined,
      onSelect: () => onCollapse?.(!collapsed),
    },
    {
      icon: more?.filled ? Minimize2 : Maximize2,
      label: more?.filled ? "Back to the notebook" : "Fill the window",
      shortcut: more?.keys.fill ?? null,
      shown: more !== undefined,
      onSelect: () => more?.onFill(),
    },
    { icon: PencilLine, label: "Rename", onSelect: onStartRename },
    { icon: Code, label: "Rename for other cells", shown: more !== undefined, onSelect: onStartNaming },
  ];
  const shared = shareable.map(
    ({ label, onShare }): CellEntry => ({
      icon: Link2,
      label: `Use this ${label.toLowerCase()} for all cells`,
      onSelect: onShare,
    }),
  );
  const groups = [...(more?.entries ?? []), entries.filter(({ shown }) => shown !== false), shared];
  return (
    <Menu open={open} onOpenChange={onOpenChange} modal={false}>
      <MenuTrigger asChild>
        <Button variant="soft" size="icon-sm" aria-label="Cell actions">
          <Ellipsis aria-hidden="true" />
        </Button>
      </MenuTrigger>
      <MenuContent aria-label="Cell actions">
        {groups
          .filter((group) => group.length > 0)
          .map((group, at) => (
            <Fragment key={group[0]?.label}>
              {at > 0 ? <MenuSeparator /> : null}
              {group.map(({ icon: Icon, label, shortcut, disabled, onSelect }) => (
                <MenuItem
                  key={label}
                  disabled={disabled ?? false}
                  onSelect={onSelect}
                  {...(shortcut ? { shortcut } : {})}
                >
                  <Icon aria-hidden="true" />
                  {label}
                </MenuItem>
              ))}
            </Fragment>
          ))}
        <PictureItems onSave={onSavePicture} />
        <MenuSeparator />
        <MenuItem tone="danger" onSelect={onRemove} {...(more?.keys.delete ? { shortcut: more.keys.delete } : {})}>
          <Trash2 aria-hidden="true" />
          Delete
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}
