import type { Answer, Say } from "./analysis";
import { sentence, strong } from "./span";

type Trend = "up" | "down" | "stable";

interface Period {
  period_start: string | null;
  change_percent: number | null;
  trend: string | null;
  complete: boolean | null;
  value: string | null;
}

const WORDS: Readonly<Record<Trend, string>> = { up: "Up", down: "Down", stable: "Steady" };

/** A period inside a sentence: "June 2026", "the week from 1 June 2026", "3 June 2026". */
function nameOf(period: Period, grain: string, say: Say): string {
  const start = period.period_start ?? "";
  if (grain === "month") return say.month(start);
  return grain === "day" ? say.date(start) : `the ${grain} from ${say.date(start)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Why no trend can be told, or nothing when the values themselves are unknown. */
function withoutTrend(rows: readonly Period[], grain: string, say: Say): Answer {
  const complete = rows.filter((row) => row.complete === true);
  const [only] = complete;
  if (complete.length > 1 || rows.every((row) => row.value === null)) return [];
  if (only) return sentence`Only ${nameOf(only, grain, say)} is complete, so there is nothing to compare yet.`;
  const [first] = rows;
  if (rows.length > 1 || !first) return sentence`No ${grain} is complete yet, so there is nothing to compare.`;
  return sentence`${capital(nameOf(first, grain, say))} is not complete, so there is nothing to compare yet.`;
}

/** "Up in 4 of the last 6 months": what happened most; a draw between up and down is told as one. */
function counted(judged: readonly Period[], grain: string, gaps: boolean): Answer {
  const count = (trend: Trend) => judged.filter((row) => row.trend === trend).length;
  const [up, down, stable] = [count("up"), count("down"), count("stable")];
  const all = judged.length;
  const periods = gaps ? `${all} ${grain}s that can be compared` : `the last ${all} ${grain}s`;
  if (up === down && up >= stable) {
    return sentence`${strong(`Up in ${up} and down in ${down}`)} of ${periods}`;
  }
  const trend: Trend = Math.max(up, down) < stable ? "stable" : up > down ? "up" : "down";
  const many = count(trend);
  const of = many === all ? "all" : String(many);
  return sentence`${WORDS[trend]} in ${strong(`${of} of ${periods}`)}`;
}

/**
 * The trend in one sentence: how many of the complete periods rose or fell, the newest change, and the unfinished
 * last period, which does not count. Nothing when the values are unknown.
 */
export function trendSentence(rows: readonly Period[], grain: string, say: Say): Answer {
  if (rows.length > 1 && rows.every((row) => row.value !== null && Number(row.value) === 0)) {
    return sentence`All ${say.count(rows.length)} ${grain}s are at zero.`;
  }
  const judged = rows.filter((row) => row.trend !== null);
  const newest = judged.at(-1);
  const last = rows.at(-1);
  if (!newest || !last) return withoutTrend(rows, grain, say);
  const tail = last.complete === false ? `; ${nameOf(last, grain, say)} is not complete and does not count` : "";
  const change = newest.change_percent;
  const size = change === null ? "" : ` ${say.percent(change)}`;
  const direction = newest.trend as Trend;
  if (judged.length === 1) {
    const moved = strong(direction === "stable" ? WORDS.stable : `${WORDS[direction]}${size}`);
    const when = `${grain === "day" ? "on" : "in"} ${nameOf(newest, grain, say)}`;
    return sentence`${moved} ${when}${tail}.`;
  }
  const gaps = rows.indexOf(newest) - rows.indexOf(judged[0] ?? newest) + 1 !== judged.length;
  const recently = direction === "stable" || size === "" ? "" : `, most recently ${direction}${size}`;
  return [...counted(judged, grain, gaps), ...sentence`${recently}${tail}.`];
}
