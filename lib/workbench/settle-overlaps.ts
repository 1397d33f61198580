import type { Engine, RunOptions } from "@/lib/engine/engine";
import { findOverlap, type Overlap } from "@/lib/ingest/overlap";
import type { Command } from "@/lib/notebook/command";
import type { DataSet } from "@/lib/notebook/notebook";
import { quoteLiteral } from "@/lib/query/literal";
import type { Context } from "./context";
import { type DataTables, tableName, toReadSet } from "./data-tables";
import type { IncomingFiles } from "./incoming";
import { overlapQuestion, type Shared } from "./overlap-question";
import type { ReadSet } from "./read-data-set";

/** A file that is taken, and what it changes of those that are here. */
export interface Settled extends ReadSet {
  changes: readonly Command[];
}

/** True when the days both have come from a newer file already: nothing of them counts twice. */
function isSettled({ present: { replaced }, overlap: { from, to } }: Shared): boolean {
  return replaced !== null && from !== null && to !== null && from >= replaced.from && to <= replaced.to;
}

/** The data sets with what was decided about them. */
export function withChanges(dataSets: readonly DataSet[], changes: readonly Command[]): readonly DataSet[] {
  return dataSets.flatMap((dataSet) => {
    const removed = changes.some((change) => change.type === "remove-data-set" && change.id === dataSet.id);
    const set = changes.findLast((change) => change.type === "set-data-set" && change.dataSet.id === dataSet.id);
    return removed ? [] : [set?.type === "set-data-set" ? set.dataSet : dataSet];
  });
}

/**
 * Asks what to do with lines of a file that are in the notebook already; null when the file is not taken, and then its
 * tables are gone.
 */
export async function settleOverlaps(
  { ports, store }: Context,
  tables: DataTables,
  incoming: IncomingFiles,
  { read, dataSets: decided }: { read: ReadSet; dataSets: readonly DataSet[] },
): Promise<Settled | null> {
  const { id, file, dataSet } = read;
  const { notebook } = store.get();
  incoming.signal(id).throwIfAborted();
  const shared = await sharedWith(dataSet);
  if (shared.length === 0) return { ...read, changes: [] };
  const answer = await incoming.askOverlap(id, overlapQuestion(file.name, shared, notebook?.locale ?? ports.locale));
  if (answer === "cancel") {
    await tables.discard(dataSet);
    incoming.remove(id);
    return null;
  }
  incoming.change(id, { step: "done", overlap: null });
  return { ...read, changes: answer === "replace" ? shared.map((each) => replacement(each, file.name)) : [] };

  /** Every data set of the notebook with lines of the new one, those with most of them first. */
  async function sharedWith(fresh: DataSet): Promise<Shared[]> {
    const found: Shared[] = [];
    let left = decided.filter(({ kind }) => kind === fresh.kind && kind !== "table");
    if (left.length === 0) return [];
    const engine = await tables.ensure(notebook?.dataSets ?? []);
    const options = { signal: incoming.signal(id) };
    for (;;) {
      const newSet = { ...toReadSet(fresh), table: tableName(fresh) };
      const overlap = await findOverlap(engine, newSet, left.map(toReadSet), options);
      const present = overlap && left.find((each) => each.id === overlap.id);
      if (!overlap || !present) return found.filter((each) => !isSettled(each));
      const onThoseDays = await linesOnDays(engine, { present, fresh }, overlap, options);
      found.push({ present, overlap, onThoseDays });
      left = left.filter((each) => each.id !== present.id);
    }
  }
}

/** Lines of both on the days they share. */
async function linesOnDays(
  engine: Engine,
  { present, fresh }: { present: DataSet; fresh: DataSet },
  { from, to }: Overlap,
  options: RunOptions,
): Promise<Shared["onThoseDays"]> {
  if (from === null || to === null) return null;
  const within = `where sold_at >= ${quoteLiteral(from)}::date and sold_at < ${quoteLiteral(to)}::date + 1`;
  const { rows } = await engine.runText(
    `select (select count(*) from ${tableName(present)} ${within}) as present,
      (select count(*) from ${tableName(fresh)} ${within}) as fresh`,
    {},
    options,
  );
  return { present: Number(rows[0]?.present ?? 0), fresh: Number(rows[0]?.fresh ?? 0) };
}

/** The older lines of the shared days come from the new file; an older list goes. */
function replacement({ present, overlap: { from, to } }: Shared, by: string): Command {
  if (from === null || to === null) return { type: "remove-data-set", id: present.id };
  return { type: "set-data-set", dataSet: { ...present, replaced: { from, to, by } } };
}
