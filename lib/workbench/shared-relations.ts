import type { Engine, RunOptions } from "@/lib/engine/engine";
import { identifier } from "@/lib/query/literal";

/** Views of the model that several analyses read and that take a pass over every sale line. */
const SHARED = ["product_sales", "product_months", "product_seasons"] as const;

/** The table that holds the rows of a shared view. */
const keptName = (view: string) => `kept_${view}`;

/** The tables that `keepRows` may have made. */
export const KEPT_TABLES: readonly string[] = SHARED.map(keptName);

/** Views of the model that read a shared one. */
const READ_BY: Readonly<Record<(typeof SHARED)[number], readonly string[]>> = {
  product_sales: [],
  product_months: ["latest_months"],
  product_seasons: ["coming_seasons"],
};

/** The shared views that a text reads, by their own names or through another view. */
export function sharedViews(text: string): string[] {
  return SHARED.filter((view) => new RegExp(`\\b(?:${[view, ...READ_BY[view]].join("|")})\\b`).test(text));
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
