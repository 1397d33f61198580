/** How a result is drawn; columns by name. The chart room knows how, the analysis knows what. */
export type Chart =
  | { type: "bars"; label: string; value: string }
  | { type: "pareto"; label: string; value: string; cumulative: string; group: string; rest: string }
  | { type: "line"; x: string; value: string; ghost: string; complete: string; grain: string }
  | { type: "month-map"; label: string; prefix: string }
  | { type: "bands"; band: string; value: string; fallback: string; order: readonly string[] }
  | { type: "scatter"; label: string; x: string; y: string; group: string };
