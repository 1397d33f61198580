import { createJobList } from "@/lib/jobs/job-list";
import type { History } from "@/lib/notebook/history";
import type { Notebook } from "@/lib/notebook/notebook";
import { openMemoryStorage } from "@/lib/storage/memory";
import { type Context, initialState } from "../context";
import { createDocument } from "../document";
import { createSaver } from "../saver";
import type { WorkbenchState } from "../state";
import { createStore } from "../store";
import { portsOver } from "./open-workbench";

/** A document and its storage without an engine, at a time the test sets. */
export function openDocument(notebook: Notebook) {
  const clock = { time: 1_000, now: () => clock.time };
  const storage = openMemoryStorage();
  const ports = { ...portsOver(storage, () => Promise.reject(new Error("no engine here"))), clock };
  const context: Context = {
    ports,
    store: createStore<WorkbenchState>(initialState),
    jobs: createJobList(clock, () => undefined),
    history: createStore<History | null>(null),
  };
  const toEntry = ({ id, title }: Notebook) => ({ id, title, updatedAt: clock.now(), headline: null });
  const saver = createSaver(context, toEntry);
  const doc = createDocument(
    context,
    saver,
    () => undefined,
    () => true,
  );
  doc.show(notebook);
  const state = () => context.store.get();
  return { clock, storage, context, saver, doc, state };
}
