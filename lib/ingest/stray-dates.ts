import type { Engine, RunOptions } from "@/lib/engine/engine";
import { identifier } from "@/lib/query/literal";
import type { ImportPlan } from "./plan";
import type { Summary } from "./summary";

/** A year with sales and its lines. */
export interface YearLines {
  year: number;
  lines: number;
}

/** A few lines dated years before or after all others. */
export interface StrayDates {
  side: "before" | "after";
  lines: number;
  /** Years without a sale between them and the rest. */
  empty: number;
  /** The first and the last year of the rest. */
  rest: readonly [number, number];
  /** The first of these lines, as a spreadsheet numbers them. */
  first: readonly number[];
}

/** So many years without a sale are no pause of a shop. */
const EMPTY_YEARS = 3;
const FEW_LINES = 3;
const FEW_SHARE = 0.01;
const SHOWN_LINES = 3;

/** The few lines that stand apart from the years of all others, on either side. Years in ascending order. */
export function strayYears(years: readonly YearLines[]): Omit<StrayDates, "first">[] {
  const all = years.reduce((sum, { lines }) => sum + lines, 0);
  let kept = [...years];
  const cutAt = (side: StrayDates["side"]): Omit<StrayDates, "first">[] => {
    // From the outside in: of several gaps the innermost that leaves only a few lines outside counts.
    const outward = side === "before" ? kept : kept.toReversed();
    let outside = 0;
    let found: { lines: number; empty: number; index: number } | null = null;
    for (const [index, { year, lines }] of outward.entries()) {
      const next = outward[index + 1];
      outside += lines;
      if (next === undefined || outside > Math.max(FEW_LINES, all * FEW_SHARE) || outside * 2 >= all) break;
      const empty = Math.abs(next.year - year) - 1;
      if (empty >= EMPTY_YEARS) found = { lines: outside, empty, index };
    }
    if (found === null) return [];
    const rest = outward.slice(found.index + 1);
    kept = side === "before" ? rest : rest.toReversed();
    return [{ side, lines: found.lines, empty: found.empty, rest: [0, 0] }];
  };
  const found = [...cutAt("before"), ...cutAt("after")];
  const rest = [kept[0]?.year ?? 0, kept.at(-1)?.year ?? 0] as const;
  return found.map((stray) => ({ ...stray, rest }));
}

/** True where the days of a file lie far enough apart for some of them to be mistyped. */
export function mayStray(
  { kind }: Pick<ImportPlan, "kind">,
  { firstDay, lastDay }: Pick<Summary, "firstDay" | "lastDay">,
) {
  if ((kind !== "sales" && kind !== "returns") || firstDay === null || lastDay === null) return false;
  return Number(lastDay.slice(0, 4)) - Number(firstDay.slice(0, 4)) > EMPTY_YEARS;
}

/** Lines of a table of sales whose dates are probably mistyped: few, and years away from all others. */
export async function strayDates(engine: Engine, table: string, options: RunOptions): Promise<StrayDates[]> {
  const from = `from ${identifier(table)}`;
  const counted = await engine.runText(
    `select year(sold_at)::integer as year, count(*) as lines ${from} where sold_at is not null group by 1 order by 1`,
    {},
    options,
  );
  const found = strayYears(counted.rows.map(({ year, lines }) => ({ year: Number(year), lines: Number(lines) })));
  return Promise.all(
    found.map(async (stray) => {
      const { rows } = await engine.runText(
        `select source_line as line ${from}
         where year(sold_at) ${stray.side === "before" ? `< ${stray.rest[0]}` : `> ${stray.rest[1]}`}
         order by 1 limit ${SHOWN_LINES}`,
        {},
        options,
      );
      return { ...stray, first: rows.map(({ line }) => Number(line)) };
    }),
  );
}

/** "1 line is dated before 2025, with 39 years without a sale between it and the rest: line 2. ..." */
export function strayDatesSentence({ side, lines, empty, rest, first }: StrayDates): string {
  const named = first.map((line) => line.toLocaleString("en-US"));
  const listed = named.length === 1 ? named[0] : `${named.slice(0, -1).join(", ")} and ${named.at(-1)}`;
  const which = lines > first.length ? `the first are lines ${listed}` : `${lines === 1 ? "line" : "lines"} ${listed}`;
  const dated = `${lines.toLocaleString("en-US")} ${lines === 1 ? "line is" : "lines are"} dated`;
  return (
    `${dated} ${side} ${side === "before" ? rest[0] : rest[1]}, with ${empty} years without a sale between ` +
    `${lines === 1 ? "it" : "them"} and the rest: ${which}. Every month between counts as one without sales. ` +
    "If the dates are wrong, correct them in the file and add it again."
  );
}
