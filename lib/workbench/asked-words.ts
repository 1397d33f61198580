import type { Analysis, Facts } from "@/lib/analyses/analysis";
import { phraseParts } from "@/lib/analyses/phrase";
import { valueWords, type WordedIn } from "@/lib/analyses/value-words";
import type { ParamValue } from "@/lib/query/param";

/** What an analysis asks as a sentence of plain words: "Top 10 by quantity in all months"; "" when nothing is to choose. */
export function askedWords(
  { phrase, query }: Pick<Analysis, "phrase" | "query">,
  values: Readonly<Record<string, ParamValue>>,
  world: WordedIn & { facts: Facts },
): string {
  const parts = phraseParts(phrase, world.facts, values).map((part) => {
    if (typeof part === "string") return part;
    const param = query.params[part.param];
    const value = values[part.param];
    return param && value !== undefined ? valueWords(param, value, world) : "";
  });
  return parts.join("").trim();
}
