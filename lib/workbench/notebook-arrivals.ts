import type { Notebook } from "@/lib/notebook/notebook";
import { type Arrival, attempt } from "./arrivals";
import type { Context } from "./context";
import type { IncomingFiles } from "./incoming";

interface NotebookArrivalsSpec {
  context: Context;
  incoming: IncomingFiles;
  /** Puts a notebook on the device and on the list. */
  add(notebook: Notebook): Promise<void>;
  open(id: string): Promise<void>;
}

/** How every notebook file begins, whatever it is called. */
const BEGINNING = '{"format":"lucid-notebook"';

async function isNotebook(file: File): Promise<boolean> {
  if (/\.lucid\.json$/i.test(file.name)) return true;
  return /\.json$/i.test(file.name) && (await file.slice(0, BEGINNING.length).text()) === BEGINNING;
}

/** Notebook files among those of a drop are opened, each as a notebook of its own, the last is shown; gives the others. */
export function createNotebookArrivals({ context, incoming, add, open }: NotebookArrivalsSpec) {
  async function bring({ file, id }: Arrival): Promise<Notebook> {
    incoming.change(id, { step: "reading" });
    const { readNotebookFile } = await import("./notebook-file");
    const notebook = await readNotebookFile(context, file);
    await add(notebook);
    incoming.remove(id);
    return notebook;
  }

  return async (files: readonly File[]): Promise<readonly File[]> => {
    const others: File[] = [];
    let last: Notebook | null = null;
    for (const file of files) {
      if (await isNotebook(file)) {
        const arrival = { id: incoming.add(file).id, file };
        last = (await attempt(incoming, arrival, () => bring(arrival))) ?? last;
      } else others.push(file);
    }
    if (last) await open(last.id);
    return others;
  };
}
