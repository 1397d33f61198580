import { toFacts } from "@/lib/analyses/facts";
import type { DataSetId, NotebookId } from "@/lib/notebook/ids";
import type { KeptResult } from "@/lib/notebook/kept-result";
import type { DataSet, Notebook } from "@/lib/notebook/notebook";
import { deserialize, refuseTooLarge, serialize } from "@/lib/notebook/serialize";
import type { Context } from "./context";
import { hashOf } from "./result-key";
import { FACTS, resultNames } from "./result-names";

/** A checksum that no part has. */
const NOT_HERE = "0".repeat(64);

/** The results the page shows that are on the device. */
export async function shownResults(
  context: Pick<Context, "ports" | "store">,
  notebook: Notebook,
): Promise<KeptResult[]> {
  const results: KeptResult[] = [];
  for (const [of, key] of resultNames(context, notebook, context.store.get().facts)) {
    const result = await context.ports.storage.getResult(key);
    if (result) results.push({ of, key, result });
  }
  return results;
}

/** The open notebook as a file: what was made and the results that are shown, no line of its data. */
export async function notebookFile(context: Context): Promise<{ name: string; text: string }> {
  const { notebook } = context.store.get();
  if (!notebook) throw new Error("No notebook is open.");
  const results = await shownResults(context, notebook);
  const name =
    notebook.title
      .replace(/[\p{Cc}\\/:*?"<>|]+/gu, "-")
      .trim()
      .slice(0, 80) || "Notebook";
  return { name: `${name}.lucid.json`, text: serialize({ notebook, results }) };
}

/** A data set from elsewhere: what is computed of it is never taken for what is computed of a file that was read here. */
function adopted(dataSet: DataSet, notebookId: string, id: DataSetId): DataSet {
  const { parts, dataHash } = dataSet;
  return { ...dataSet, id, parts: parts.length > 0 ? parts : [NOT_HERE], dataHash: hashOf([notebookId, dataHash]) };
}

/** Results under the keys they have here, where they are of what this version asks. */
export async function keepResults(
  context: Pick<Context, "ports" | "store">,
  before: Notebook,
  now: Notebook,
  results: readonly KeptResult[],
): Promise<void> {
  const told = results.find(({ of }) => of === FACTS);
  const facts = told ? toFacts(told.result.rows) : null;
  const there = resultNames(context, before, facts);
  const here = resultNames(context, now, facts);
  for (const { of, key, result } of results) {
    const own = there.get(of) === key ? here.get(of) : undefined;
    if (own) await context.ports.storage.putResult(own, result);
  }
}

/** A notebook of its own with what a file holds, its results kept on the device. Throws NotebookError. */
export async function readNotebookFile(context: Context, file: File): Promise<Notebook> {
  const { ports } = context;
  refuseTooLarge(file.size);
  const { notebook: before, results } = deserialize(await file.text());
  const id = ports.newId() as NotebookId;
  const notebook: Notebook = {
    ...before,
    id,
    createdAt: ports.clock.now(),
    // Nothing of it runs before somebody presses Run.
    autoRun: false,
    dataSets: before.dataSets.map((dataSet) => adopted(dataSet, id, ports.newId().replaceAll("-", "") as DataSetId)),
  };
  await keepResults(context, before, notebook, results);
  return notebook;
}
