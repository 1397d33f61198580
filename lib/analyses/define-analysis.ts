import type { RowSpec } from "@/lib/query/column";
import type { ParamSpec } from "@/lib/query/param";
import type { Analysis } from "./analysis";

/** Checks an analysis against its own params and rows, then forgets them, so that all can stand in one list. */
export function defineAnalysis<P extends ParamSpec, R extends RowSpec>(analysis: Analysis<P, R>): Analysis {
  return analysis as unknown as Analysis;
}
