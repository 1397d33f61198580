import type { Engine, RunOptions } from "@/lib/engine/engine";
import { identifier } from "@/lib/query/literal";

/** Views of the model that several analyses read and that take a pass over every sale line. */
const SHARED = ["product_sales", "product_seasons"] as const;

/** The table that holds the rows of a shared view. */
const keptName = (view: string) => `kept_${view}`;

/** The tables that `keepRows` may have made. */
export const KEPT_TABLES: readonly string[] = SHARED.map(keptName);

/** The shared views whose names stand in a text. */
export function sharedViews(text: string): string[] {
  return SHARED.filter((view) => new RegExp(`\\b${view}\\b`).test(text));
}

/**
 * Makes the rows of a view once and lets the view read them. They are those of now: when the data changes the view is to be
 * defined again, and what was kept is read no more.
 */
export async function keepRows(engine: Pick<Engine, "execute">, view: string, options: RunOptions = {}): Promise<void> {
  const kept = identifier(keptName(view));
  await engine.execute(
    `create or replace table ${kept} as from ${identifier(view)};
     create or replace view ${identifier(view)} as from ${kept}`,
    options,
  );
}
