import type { Engine } from "@/lib/engine/engine";
import { inspectFile } from "../inspect-file";
import { type ImportPlan, PLAIN } from "../plan";
import { readFile } from "../read-file";
import type { ReadResult } from "../read-result";
import { type PlanEdits, toImportPlan } from "../to-import-plan";

/** A small file, and how it is read where that is not left to a guess. */
export interface TextFile {
  text: string;
  plan?: Partial<ImportPlan>;
}

export const named = (text: string | Blob, name = "till.csv") => Object.assign(new Blob([text]), { name });

/** Reads a small file into `<kind>_<id>` with the plan given, its columns taken from the first line. */
export async function readText(engine: Engine, { text, plan = {} }: TextFile, id = "t"): Promise<ReadResult> {
  const columns = (text.split(/\r?\n/, 1)[0] ?? "").split(",");
  const whole: ImportPlan = { ...PLAIN, kind: "sales", columns, mapping: {}, ...plan };
  return readFile(engine, named(text), whole, { id, thisYear: 2026, given: { date: true, price: true } });
}

/** Reads a small file as it is guessed, with changes to the plan. */
export async function readGuessed(engine: Engine, text: string, change: Partial<ImportPlan> = {}, id = "t") {
  const { plan } = await inspectFile(named(text));
  return readFile(engine, named(text), { ...plan, ...change }, { id, thisYear: 2026 });
}

/** Reads a small file as it is guessed, with the answers of a person. */
export async function readAnswered(engine: Engine, text: string, edits: PlanEdits = {}, id = "t"): Promise<ReadResult> {
  const { plan } = await inspectFile(named(text));
  return readFile(engine, named(text), toImportPlan(plan, edits), { id, thisYear: 2026 });
}

export const sentences = ({ ledger }: Pick<ReadResult, "ledger">) => ledger.warnings.map(({ sentence }) => sentence);
