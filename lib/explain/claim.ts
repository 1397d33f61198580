import type { Mark } from "./line";
import type { Metric } from "./payload";
import type { Operation } from "./sentence";

/** A number of a line and the metrics it comes from. */
export interface Claim extends Mark {
  operation: Operation;
  metrics: readonly Metric[];
  /** Its value; 0 of dates. */
  value: number;
}
