import type { Notebook } from "@/lib/notebook/notebook";
import { type Arrival, attempt } from "./arrivals";
import type { Context } from "./context";
import type { IncomingFiles } from "./incoming";

interface ProjectSpec {
  context: Pick<Context, "ports" | "store">;
  incoming: IncomingFiles;
  /** Puts a notebook on the device and on the list. */
  add(notebook: Notebook): Promise<void>;
  open(id: string): Promise<void>;
}

/** Project files among those of a drop are opened, the last of them is shown; gives the other files. */
export function createProjectArrivals({ context, incoming, add, open }: ProjectSpec) {
  async function bring(arrival: Arrival): Promise<Notebook> {
    const { readProject } = await import("./project-file-import");
    incoming.change(arrival.id, { step: "reading" });
    const notebook = await readProject(context, arrival.file, incoming.signal(arrival.id));
    await add(notebook);
    incoming.remove(arrival.id);
    return notebook;
  }

  return async (files: readonly File[]): Promise<readonly File[]> => {
    const archives = files.filter(({ name }) => /\.(zip|lucid)$/i.test(name));
    if (archives.length === 0) return files;
    const { isProjectFile } = await import("./project-file-import");
    const projects = new Set<File>();
    for (const file of archives) if (await isProjectFile(file)) projects.add(file);
    let last: Notebook | null = null;
    for (const file of projects) {
      const arrival = { id: incoming.add(file).id, file };
      last = (await attempt(incoming, arrival, () => bring(arrival))) ?? last;
    }
    if (last) await open(last.id);
    return files.filter((file) => !projects.has(file));
  };
}
