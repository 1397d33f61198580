"use client";

import { memo, useState } from "react";
import { NoteCellView } from "@/components/notebook/note-cell-view";
import type { NoteCell } from "@/lib/notebook/notebook";
import { useCellActions } from "./use-cell-actions";
import { useWorkbenchHandle } from "./use-workbench";

interface NotebookNoteProps {
  cell: NoteCell;
  index: number;
  count: number;
}

/** A note of the notebook with its actions. */
export const NotebookNote = memo(function NotebookNote({ cell, index, count }: NotebookNoteProps) {
  const { act } = useWorkbenchHandle();
  const [editing, setEditing] = useState(false);
  const { onRename, onCollapse, onRemove, onMoveUp, onMoveDown, more } = useCellActions(cell, index, count);
  return (
    <NoteCellView
      cell={cell}
      editing={editing}
      onEditingChange={setEditing}
      onText={(text) => act((on) => on.write({ type: "set-cell", cell: { ...cell, text } }))}
      {...{ onRename, onCollapse, onRemove, onMoveUp, onMoveDown, more }}
    />
  );
});
