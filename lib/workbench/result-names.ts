import type { Facts } from "@/lib/analyses/analysis";
import { factsQuery } from "@/lib/analyses/facts";
import type { Notebook } from "@/lib/notebook/notebook";
import { createComparer } from "./comparer";
import type { Context } from "./context";
import { questionsOf } from "./questions";
import { createResultCache } from "./result-cache";

/** Of a result by the name a notebook file gives it. */
export const FACTS = "facts";

/**
 * The keys of the results a notebook shows, by what they are the results of: "facts", "cell <id>", "compared <id>".
 * What figures are held against is known once the facts are.
 */
export function resultNames(
  { ports, store }: Pick<Context, "ports" | "store">,
  notebook: Notebook,
  facts: Facts | null,
): Map<string, string> {
  const cache = createResultCache({ ports, store });
  const nothing = () => Promise.reject(new Error("Nothing is computed to name a result."));
  const comparer = createComparer({ cache, facts: () => facts, compute: nothing });
  const names = new Map([[FACTS, cache.keyOf(notebook, factsQuery, {})]]);
  for (const { cell, key, ask } of questionsOf(notebook, ports).values()) {
    if (ask) names.set(`cell ${cell.id}`, key);
    const compared = ask?.kind === "analysis" ? comparer.keyOf(notebook, ask) : "";
    if (compared !== "") names.set(`compared ${cell.id}`, compared);
  }
  return names;
}
