import { toast } from "sonner";
import { toProblem } from "@/lib/std/problem";
import type { Workbench } from "@/lib/workbench/workbench";
import { saveBlob } from "./save-file";

/** What goes wrong is told where one looks. */
async function told(action: () => Promise<unknown>): Promise<void> {
  try {
    await action();
  } catch (error) {
    const { message, hint } = toProblem(error);
    toast.error(message, { description: hint });
  }
}

/** Takes a notebook off the list; the toast puts it back. */
export function deleteNotebook({ notebooks, store }: Workbench, { id, title }: { id: string; title: string }) {
  return told(async () => {
    await notebooks.remove(id);
    if (store.get().recents.some((recent) => recent.id === id)) return;
    toast(`“${title}” was deleted.`, {
      duration: 10_000,
      action: { label: "Undo", onClick: () => void told(() => notebooks.putBack(id)) },
    });
  });
}

/** Makes another notebook of the same content. */
export function duplicateNotebook(workbench: Workbench, { id, title }: { id: string; title: string }) {
  return told(async () => {
    const copy = await workbench.notebooks.duplicate(id);
    if (!copy) return;
    toast(`“${title} (copy)” is on the list.`, {
      action: { label: "Open", onClick: () => void told(() => workbench.openNotebook(copy)) },
    });
  });
}

export function renameNotebook({ notebooks }: Workbench, { id, title }: { id: string; title: string }) {
  return told(() => notebooks.rename(id, title));
}

/** Hands the open notebook to the browser's downloads. */
export function saveNotebookAsFile({ notebooks }: Workbench) {
  return told(async () => {
    const { name, text } = await notebooks.toFile();
    saveBlob(name, new Blob([text], { type: "application/json" }));
  });
}
