import type { Engine } from "@/lib/engine/engine";
import type { Ledger } from "@/lib/std/ledger";
import type { NamedBlob } from "../decode";
import { defineRelations, type Unmatched } from "../define-relations";
import { inspectFile } from "../inspect-file";
import { type Guess, type ImportPlan, lacksOf } from "../plan";
import { planTogether } from "../plan-together";
import { type ReadResult, readFile } from "../read-file";

/** One file of a drop after it was read. */
export interface DroppedFile {
  guess: Guess;
  plan: ImportPlan;
  result: ReadResult;
}

export interface Dropped {
  files: readonly DroppedFile[];
  unmatched: readonly Unmatched[];
  /** The ledgers of the sales files together, with what other files make of their lines. */
  sales: Pick<Ledger, "lines" | "kept" | "rejected" | "excluded">;
}

/** What a person changes in the dialog, by the name of the file. */
export type Answers = Readonly<Record<string, (plan: ImportPlan) => ImportPlan>>;

/** Drops files together, as the page does: inspect all, plan them together, answer, read each, join. */
export async function drop(engine: Engine, files: readonly NamedBlob[], answers: Answers = {}): Promise<Dropped> {
  const guesses = planTogether(await Promise.all(files.map(async (file) => ({ guess: await inspectFile(file) }))), []);
  const read: DroppedFile[] = [];
  for (const [index, guess] of guesses.entries()) {
    const file = files[index] as NamedBlob;
    const plan = answers[file.name]?.(guess.plan) ?? guess.plan;
    const lacks = lacksOf(plan);
    const result = await readFile(engine, file, plan, {
      id: `f${index}`,
      thisYear: 2026,
      given: { date: lacks.includes("date"), price: lacks.includes("price") },
    });
    read.push({ guess, plan, result });
  }
  const unmatched = await defineRelations(
    engine,
    read.map(({ plan, result }, index) => ({
      id: `f${index}`,
      kind: plan.kind,
      hasSetAside: result.setAside !== null,
      lacks: lacksOf(plan),
      fileName: files[index]?.name ?? "",
    })),
  );
  return { files: read, unmatched, sales: salesLedger(read, unmatched) };
}

function salesLedger(read: readonly DroppedFile[], unmatched: readonly Unmatched[]): Dropped["sales"] {
  const total = { lines: 0, kept: 0, rejected: 0, excluded: 0 };
  for (const [index, { plan, result }] of read.entries()) {
    if (plan.kind !== "sales" && plan.kind !== "returns") continue;
    for (const key of ["lines", "kept", "rejected", "excluded"] as const) total[key] += result.ledger[key];
    for (const reason of unmatched.find(({ id }) => id === `f${index}`)?.reasons ?? []) {
      total.kept -= reason.lines;
      total[reason.fate] += reason.lines;
    }
  }
  return total;
}
