import type { Engine } from "@/lib/engine/engine";
import type { NamedBlob } from "./decode";
import { IngestError } from "./ingest-error";
import type { ImportPlan } from "./plan";
import { isRefusal } from "./refusal-of-engine";
import { isPlain, plainSource, regularSource, type Source } from "./source";
import { type FileRunOptions, type TextWalks, WALKS_HERE } from "./text-walks";

/** Lines that the patient reader made fit the header. */
export interface MadeToFit {
  padded: number;
  cut: number;
  strays: number;
}

export const NOTHING_MADE: MadeToFit = { padded: 0, cut: 0, strays: 0 };

interface Filled {
  made: MadeToFit;
  /** Lines counted while the file was rewritten; null when it was read as it is. */
  lines: number | null;
}

/**
 * Lets `fill` make its table of a file's records: as the file is, when the engine's strict reader takes it, else rewritten
 * line by line. `fill` may run twice and replaces what it made. Throws IngestError when no reader takes the file.
 */
export async function fillFromFile(
  engine: Engine,
  file: NamedBlob,
  plan: ImportPlan,
  fill: (source: Source) => Promise<void>,
  { walks = WALKS_HERE, signal }: Pick<FileRunOptions, "signal" | "walks">,
): Promise<Filled> {
  if (isPlain(plan)) {
    const source = await plainSource(engine, file, plan);
    if (await strictly(engine, source, file, fill, { walks, signal })) return { made: NOTHING_MADE, lines: null };
  }
  // Rewritten: slower, takes everything; its counts of lines are its own.
  const { padded, cut, strays, lines, ...regular } = await walks.regularise(file, plan, signal);
  const source = await regularSource(engine, plan, regular, file.name);
  try {
    await fill(source);
    return { made: { padded, cut, strays }, lines };
  } catch (cause) {
    if (!isRefusal(cause)) throw cause;
    throw new IngestError({
      kind: "unreadable",
      message: `${file.name} could not be read as a table. Nothing was imported.`,
      hint: "Open it in your spreadsheet, save it as CSV UTF-8, and add it again.",
      cause,
    });
  } finally {
    await engine.detach(source.path);
  }
}

/** False when the file needs the patient reader: a line does not fit, or numbers of lines would be wrong. */
async function strictly(
  engine: Engine,
  source: Source,
  file: NamedBlob,
  fill: (source: Source) => Promise<void>,
  { walks, signal }: { walks: TextWalks; signal: AbortSignal | undefined },
): Promise<boolean> {
  try {
    const [emptyLines] = await Promise.all([walks.hasEmptyLines(file, signal), fill(source)]);
    return !emptyLines;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  } finally {
    await engine.detach(source.path);
  }
}
