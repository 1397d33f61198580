import type { Row } from "@/lib/query/result";

/** What an analysis answers of the corner shop, worked out by hand; a column that a row does not name is null in it. */
export interface ByHand {
  given?: Record<string, unknown>;
  rows: readonly Row[];
}
