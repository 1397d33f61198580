import type { ColumnProfile } from "./column-profile";
import { noEvidence, orderOf, weigh } from "./dates";
import type { NamedBlob } from "./decode";
import type { DateOrder, ImportPlan } from "./plan";
import { type FileRunOptions, WALKS_HERE } from "./text-walks";

export interface OrderGuess {
  order: DateOrder;
  sentence: string | null;
  question: string | null;
}

/**
 * The order of day and month in a column of dates: from the sample, and from the whole file when the sample leaves it open.
 * Throws IngestError when the file cannot be read to its end.
 */
export async function guessDateOrder(
  file: NamedBlob,
  { dialect, columns }: Pick<ImportPlan, "dialect" | "columns">,
  profile: ColumnProfile | undefined,
  { walks = WALKS_HERE, signal }: Pick<FileRunOptions, "walks" | "signal">,
): Promise<OrderGuess> {
  if (!profile) return { order: "year-first", sentence: null, question: null };
  let evidence = noEvidence();
  for (const value of profile.values) weigh(evidence, value);
  if (orderOf(evidence) === null && evidence.either > 0) {
    evidence = await walks.dateEvidence(file, { dialect, column: columns.indexOf(profile.name) }, signal);
  }
  const order = orderOf(evidence);
  const [fewer, more] = [evidence.dayFirst, evidence.monthFirst].sort((a, b) => a - b) as [number, number];
  const mixed =
    fewer > 0
      ? `Some dates in ${profile.name} fit only day first and others only month first; lines of the other kind will be rejected.`
      : null;
  if (order === "day-first" || order === "month-first") {
    const place = order === "day-first" ? "first" : "second";
    return {
      order,
      sentence: `${order === "day-first" ? "Day" : "Month"} first in ${profile.name}, because a number above 12 stands in ${place} place ${more === 1 ? "once" : `${more} times`}.`,
      question: mixed,
    };
  }
  if (order === "year-first" || evidence.either === 0)
    return { order: order ?? "year-first", sentence: null, question: null };
  return {
    order: "day-first",
    sentence: null,
    question: `No date in ${profile.name} says whether the day or the month comes first. Choose the date order.`,
  };
}
