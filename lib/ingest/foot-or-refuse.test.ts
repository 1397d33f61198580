import { existsSync, openAsBlob, readdirSync, statSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type NodeEngine, openNodeEngine } from "@/lib/engine/node";
import { tell } from "@/lib/std/testing/tell";
import type { NamedBlob } from "./decode";
import { IngestError } from "./ingest-error";
import { inspectFile } from "./inspect-file";
import { type ImportPlan, lacksOf, PLAIN } from "./plan";
import { readFile } from "./read-file";

const ROOT = resolve(process.cwd(), "../shared/csv");
const SETS = ["duckdb", "frictionless-datasets"];
const present = existsSync(ROOT);
if (!present) tell("The torture files are not here: their tests are skipped.");

/** No file may keep anyone waiting longer without a way out. */
const PATIENCE_MS = 10_000;

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return statSync(path, { throwIfNoEntry: false })?.isFile() ? [path] : [];
  });
}

let engine: NodeEngine;
const seen = { footed: 0, refused: 0 };
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => {
  if (seen.footed > 0) tell(`Torture files: ${seen.footed} footed, ${seen.refused} refused with a sentence.`);
});

/** What the file is read as when nobody answers its questions: an ordinary table. */
function unasked(plan: ImportPlan, questions: readonly string[]): ImportPlan {
  return questions.length === 0 && lacksOf(plan).length === 0
    ? plan
    : { ...plan, kind: "table", mapping: {}, recipe: null, lineTypes: PLAIN.lineTypes };
}

async function take(path: string, signal: AbortSignal): Promise<"footed" | "refused"> {
  const file: NamedBlob = Object.assign(await openAsBlob(path), { name: basename(path) });
  try {
    const guess = await inspectFile(file, { signal });
    const plan = unasked(guess.plan, guess.questions);
    const { ledger, table } = await readFile(engine, file, plan, { id: "foot", thisYear: 2026, signal });
    expect(ledger.kept + ledger.rejected + ledger.excluded).toBe(ledger.lines);
    const { rows } = await engine.runText(`select count(*) as n from "${table}"`);
    expect(rows).toEqual([{ n: ledger.kept }]);
    return "footed";
  } catch (error) {
    if (!(error instanceof IngestError)) throw error;
    expect(error.message).toMatch(/\.$/);
    expect(error.hint).not.toBeNull();
    return "refused";
  }
}

describe.skipIf(!present).each(SETS)("every file of %s", (set) => {
  const files = present ? filesBelow(join(ROOT, set)) : [];
  it.each(files.map((path) => [relative(ROOT, path), path] as const))(
    "foots or is refused with a sentence: %s",
    async (_, path) => {
      seen[await take(path, AbortSignal.timeout(PATIENCE_MS))] += 1;
    },
    PATIENCE_MS * 2,
  );
});
