/** How a result is drawn; columns by name. The chart room knows how, the analysis knows what. */
export type Chart =
  /** `group`: bars of one label stand together, one for each of its values; `most` bars are drawn, 15 without it; `grain` as in lines. */
  | { type: "bars"; label: string; value: string; group?: string; most?: number; grain?: string }
  | { type: "pareto"; label: string; value: string; cumulative: string; group: string; rest: string }
  /** `against` names the ghost; `open` is what periods are called that are not complete, "so far" without it. */
  | {
      type: "line";
      x: string;
      value: string;
      ghost: string;
      against: string;
      complete: string;
      grain: string;
      open?: string;
    }
  /** A line for each value of `group`, or one; `x` is a scale where it holds times or numbers, else names in their order. `grain` is what its times are the first days of. */
  | { type: "lines"; x: string; value: string; group: string | null; grain?: string }
  | { type: "month-map"; label: string; prefix: string }
  /** `unit` stands behind bands that are numbers. */
  | { type: "bands"; band: string; value: string; fallback: string; order: readonly string[]; unit: string }
  /** A row a line, a column a value, darker the larger; `per` says among which values. */
  | { type: "heat"; label: string; values: readonly string[]; per: "map" | "row" }
  /** A row a cohort by its first month ("2026-01"), a column a month after it; what is not known yet stays empty. */
  | { type: "triangle"; label: string; size: string; values: readonly string[]; over: string }
  /** Steps from one total to another; `from` is where a step begins, `periods` the columns of the days both totals start. */
  | {
      type: "waterfall";
      label: string;
      value: string;
      from: string;
      total: string;
      periods?: { before: string; after: string; grain: string };
    }
  | { type: "scatter"; label: string | null; x: string; y: string; group: string | null };
