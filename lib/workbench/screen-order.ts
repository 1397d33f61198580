import type { Engine, RunOptions } from "@/lib/engine/engine";
import { rowsIpc } from "@/lib/engine/rows-ipc";
import { type Identifier, identifier } from "@/lib/query/literal";
import { rowsByPlace } from "@/lib/query/rows-by-place";
import { breathe } from "@/lib/std/breathe";
import type { ShownView } from "./shown-view";

/** Different texts that are put in order as the screen does it; where there are more, the engine does it. */
const MOST_TEXTS = 200_000;

/** Texts that are sorted before the page gets its turn. */
const AT_ONCE = 4_000;

interface OrderSpec {
  engine: Engine;
  table: Identifier;
  /** All columns of the table, in order. */
  names: readonly string[];
  sort: NonNullable<ShownView["sort"]>;
  /** The column by which it is sorted holds text. */
  isText: boolean;
  /** BCP 47: of the notebook, by which the screen sorts. */
  locale: string;
  /** The tables that are made: the sorted one, and one that is needed for it. Whoever asks drops both. */
  made: string;
  places: string;
}

/** Makes a table of a table's rows in the order of the screen. Rejects with EngineError or AbortError. */
export async function sortAsShown(spec: OrderSpec, options: RunOptions = {}): Promise<void> {
  const { engine, table, names, sort, isText, made, places } = spec;
  const rows = rowsByPlace(table, names);
  const value = rows.column(sort.column) ?? "null";
  const texts = isText ? await differentTexts(engine, `${value}::varchar`, rows.from, options) : null;
  const down = sort.direction === "ascending" ? "asc" : "desc";
  let key = isText ? naturalKey(`${value}::varchar`) : value;
  let from = rows.select;
  if (texts) {
    await engine.load(places, await placesIpc(texts, spec.locale, options), options);
    key = "w.place";
    from = `${rows.select} left join ${identifier(places)} as w on w.word = ${value}::varchar`;
  }
  const order = `${key} ${down} nulls last, ${rows.place}`;
  await engine.execute(`create or replace table ${identifier(made)} as ${from} order by ${order}`, options);
}

/** The different texts of a column, by their letters; null where there are too many. */
async function differentTexts(engine: Engine, value: string, from: string, options: RunOptions) {
  const asked = `select distinct ${value} as word ${from} where ${value} is not null`;
  const { rows } = await engine.runText(asked, {}, { ...options, most: MOST_TEXTS + 1 });
  return rows.length > MOST_TEXTS ? null : rows.map(({ word }) => String(word));
}

/** Each text with its place; those the screen takes for equal have the same. */
async function placesIpc(texts: readonly string[], locale: string, { signal }: RunOptions): Promise<Uint8Array> {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const sorted = await sortedInSlices(texts, compare, signal);
  let place = 0;
  const rows = sorted.map((word, index) => {
    const before = sorted[index - 1];
    if (before !== undefined && compare(before, word) !== 0) place += 1;
    return { word, place };
  });
  const column = (name: string, kind: "text" | "integer") =>
    ({ name, label: name, kind, unit: "none", hidden: false }) as const;
  return rowsIpc([column("word", "text"), column("place", "integer")], rows);
}

/** Texts in order, without keeping the page waiting. Rejects with AbortError. */
async function sortedInSlices(
  texts: readonly string[],
  compare: (a: string, b: string) => number,
  signal: AbortSignal | undefined,
): Promise<string[]> {
  let runs: string[][] = [];
  for (let at = 0; at < texts.length; at += AT_ONCE) {
    runs.push(texts.slice(at, at + AT_ONCE).sort(compare));
    await breathe();
    signal?.throwIfAborted();
  }
  while (runs.length > 1) {
    const merged: string[][] = [];
    for (let at = 0; at < runs.length; at += 2) {
      merged.push(await mergedRuns(runs[at] ?? [], runs[at + 1] ?? [], compare));
      signal?.throwIfAborted();
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

async function mergedRuns(
  left: readonly string[],
  right: readonly string[],
  compare: (a: string, b: string) => number,
): Promise<string[]> {
  const merged: string[] = [];
  let [l, r] = [0, 0];
  while (l < left.length || r < right.length) {
    const [a, b] = [left[l], right[r]];
    if (b === undefined || (a !== undefined && compare(a, b) <= 0)) {
      merged.push(a ?? "");
      l += 1;
    } else {
      merged.push(b);
      r += 1;
    }
    if (merged.length % AT_ONCE === 0) await breathe();
  }
  return merged;
}

/** SQL over a text by which texts stand nearly as on the screen: numbers in them count, case and accents do not. */
export function naturalKey(text: string): string {
  const parts = `regexp_extract_all(strip_accents(lower(${text})), '[0-9]+|[^0-9]+')`;
  const part =
    "case when part ~ '[0-9]+' then lpad(ltrim(part, '0'), greatest(40, length(part))::integer, '0') else part end";
  return `array_to_string(list_transform(${parts}, lambda part: ${part}), '')`;
}
