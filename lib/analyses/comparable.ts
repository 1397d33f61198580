/** Figures that can be held against those of another period: the columns of the comparison. */
export type Measure =
  | "revenue"
  | "returned"
  | "units"
  | "units_sold"
  | "orders"
  | "average_order_value"
  | "customers"
  | "profit";

/** What is compared: a period as its parameter has it, or the days up to the newest sale. */
export type ComparedSpan = string | { lastDays: number };

/** The figure an analysis states, and of what. */
export interface Comparable {
  measure: Measure;
  span: ComparedSpan;
  category?: string;
  store?: string;
}

/** What an analysis states that has no figure of before; the sentence says why. */
export interface Incomparable {
  reason: string;
}
