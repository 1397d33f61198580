import { toast } from "sonner";
import { toProblem } from "@/lib/std/problem";
import { createStore } from "@/lib/workbench/store";
import type { Workbench } from "@/lib/workbench/workbench";

/** True while the panel of versions is open. */
export const versionsPanel = createStore(false);

export function openVersions(): void {
  versionsPanel.set(() => true);
}

/** Keeps the state of now without asking for a name, and says so. */
export async function saveVersion({ versions }: Pick<Workbench, "versions">): Promise<void> {
  try {
    const before = new Set((await versions.list()).map(({ id }) => id));
    const { id } = await versions.save(null);
    toast(before.has(id) ? "Nothing changed since the last version." : "This version is kept.", {
      action: { label: "Versions", onClick: openVersions },
    });
  } catch (error) {
    const { message, hint } = toProblem(error);
    toast.error(message, { description: hint });
  }
}
