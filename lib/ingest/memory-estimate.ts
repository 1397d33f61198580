import type { Engine, RunOptions } from "@/lib/engine/engine";
import type { NamedBlob } from "./decode";
import { IngestError } from "./ingest-error";
import type { ImportPlan } from "./plan";
import { TEXT_COLUMNS } from "./text-columns";
import { valueShapesOf } from "./value-shapes";

/** Bytes of reading buffers and what the engine needs for any statement. */
const BASE = 60_000_000;
/** Bytes a line takes in its final table besides its texts: measured 113 with 1 and 5 million lines, dictionaries included. */
const FINAL = 105;
/** Bytes a line takes in the stage table besides its texts, and while lines are compared: measured 40 at 5 million lines. */
const STAGE = 45;
const TEXT = 16;

/** What a file's lines are like, from a sample. */
export interface LineWidths {
  /** Bytes of an average line. */
  line: number;
  /** It is read into its final table in one step. */
  quick: boolean;
}

/** Bytes of memory the engine needs to read a file of `bytes`; by its plan and what its lines are like. */
export function estimateMemory(
  bytes: number,
  { line, quick }: LineWidths,
  plan: Pick<ImportPlan, "kind" | "mapping" | "columns">,
): number {
  const lines = bytes / Math.max(1, line);
  const texts = TEXT_COLUMNS[plan.kind].filter(({ role }) => plan.mapping[role] !== undefined).length;
  // An ordinary table keeps every column as text until its types are known.
  const table = plan.kind === "table" ? 2 * (plan.columns.length * TEXT + line) : FINAL + 0.4 * line;
  const stage = quick || plan.kind === "table" ? 0 : STAGE + texts * TEXT;
  return Math.round(BASE + lines * (table + stage));
}

export interface MemoryNeed {
  /** Bytes the reading needs, by estimate. */
  needed: number;
  /** Bytes the engine has left for it. */
  free: number;
}

/** What reading a file needs and what there is, before it is read. */
export async function memoryNeed(
  engine: Engine,
  file: NamedBlob,
  plan: ImportPlan,
  options: RunOptions = {},
): Promise<MemoryNeed> {
  const { lineWidth, quick } = await valueShapesOf(file, plan, options.signal);
  const needed = estimateMemory(file.size, { line: lineWidth, quick: quick !== null }, plan);
  return { needed, free: await freeMemory(engine, options) };
}

/** Bytes the engine may still use. */
export async function freeMemory(engine: Engine, options: RunOptions = {}): Promise<number> {
  const { rows } = await engine.runText(
    `select current_setting('memory_limit') as "limit",
      (select coalesce(sum(memory_usage_bytes), 0) from duckdb_memory())::double as used`,
    {},
    options,
  );
  return Math.max(0, bytesOf(String(rows[0]?.limit ?? "")) - Number(rows[0]?.used ?? 0));
}

const UNITS: Readonly<Record<string, number>> = {
  bytes: 1,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  TiB: 2 ** 40,
};

/** "2.3 GiB" as the engine writes it. */
function bytesOf(text: string): number {
  const [, number = "", unit = ""] = /^([\d.]+) ?(\w+)$/.exec(text) ?? [];
  return Number(number) * (UNITS[unit] ?? Number.NaN);
}

const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`;

/** Refuses a file that cannot fit. Throws IngestError "too-large", before anything was read. */
export function checkMemory(fileName: string, { needed, free }: MemoryNeed): void {
  if (!(needed > free)) return;
  throw new IngestError({
    kind: "too-large",
    message: `${fileName} needs about ${gigabytes(needed)} of memory; this browser has ${gigabytes(free)} left for it. Nothing was imported.`,
    hint: "Remove data that is no longer needed, or split the file by year or month and add the part you want to look at.",
  });
}
