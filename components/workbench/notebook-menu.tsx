"use client";

import { ChevronDown, Copy, FileDown, History, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from "@/components/ui/menu";
import { deleteNotebook, duplicateNotebook, saveNotebookAsFile } from "./notebook-actions";
import { RenameDialog } from "./rename-dialog";
import { useWorkbenchHandle, useWorkbenchState } from "./use-workbench";
import { openVersions } from "./versions-panel";

/** What can be done with the open notebook as a whole; behind its title. */
export function NotebookMenu() {
  const { act } = useWorkbenchHandle();
  const id = useWorkbenchState((state) => state.notebook?.id ?? "");
  const title = useWorkbenchState((state) => state.notebook?.title ?? "");
  const [renaming, setRenaming] = useState(false);
  return (
    <>
      <Menu>
        <MenuTrigger asChild>
          <Button variant="soft" size="icon-sm" aria-label="Notebook menu" className="sm:-ml-2">
            <ChevronDown aria-hidden="true" />
          </Button>
        </MenuTrigger>
        <MenuContent align="start">
          <MenuItem onSelect={() => setRenaming(true)}>
            <Pencil aria-hidden="true" />
            Rename
          </MenuItem>
          <MenuItem onSelect={() => act((on) => duplicateNotebook(on, { id, title }))}>
            <Copy aria-hidden="true" />
            Duplicate
          </MenuItem>
          <MenuItem onSelect={openVersions}>
            <History aria-hidden="true" />
            Versions
          </MenuItem>
          <MenuItem onSelect={() => act(saveNotebookAsFile)}>
            <FileDown aria-hidden="true" />
            Save as file
          </MenuItem>
          <MenuSeparator />
          <MenuItem tone="danger" onSelect={() => act((on) => deleteNotebook(on, { id, title }))}>
            <Trash2 aria-hidden="true" />
            Delete
          </MenuItem>
        </MenuContent>
      </Menu>
      {renaming ? (
        <RenameDialog
          title={title}
          onRename={(next) => act((on) => on.edit({ type: "set-title", title: next }))}
          onClose={() => setRenaming(false)}
        />
      ) : null}
    </>
  );
}
