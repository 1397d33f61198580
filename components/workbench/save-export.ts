import { toast } from "sonner";
import { toProblem } from "@/lib/std/problem";
import { isAbort } from "@/lib/std/room-error";
import type { SavedFile } from "@/lib/workbench/saved-file";
import { saveBlob } from "./save-file";

/** Hands a file to the browser's downloads once it is written; says so, and why where it fails. */
export async function saveExport(write: () => Promise<SavedFile>): Promise<void> {
  try {
    const { name, blob } = await write();
    saveBlob(name, blob);
    toast(`${name} was saved to your downloads.`);
  } catch (error) {
    if (isAbort(error)) return;
    const { message, hint } = toProblem(error);
    toast.error(message, hint ? { description: hint } : {});
  }
}
