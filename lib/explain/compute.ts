import type { Unit } from "@/lib/query/column";
import type { Metric } from "./payload";
import type { Operation } from "./sentence";

/** What a placeholder comes to. `points` is a difference of percentages, `times` a ratio. */
export interface Computed {
  value: number;
  unit: Unit | "points" | "times";
}

export type Derived = Exclude<Operation, "value" | "period">;

const isPart = (unit: Unit) => unit === "share" || unit === "percent";

/** change = 100 (a - b) / |b|; share = a / b; ratio = a / b; diff = a - b; null where units or zero forbid it. */
export function computed(operation: Derived, metrics: readonly Metric[]): Computed | null {
  const [a, b] = metrics;
  const isNumeric = metrics.every(({ kind, unit }) => kind !== "date" && unit === a?.unit);
  if (!a || !b || !isNumeric || (operation !== "sum" && metrics.length !== 2)) return null;
  const [x, y] = [Number(a.value), Number(b.value)];
  switch (operation) {
    case "change":
      return y === 0 ? null : { value: (100 * (x - y)) / Math.abs(y), unit: "percent" };
    case "share":
      return y <= 0 || x < 0 || x > y || isPart(a.unit) ? null : { value: x / y, unit: "share" };
    case "ratio":
      return y <= 0 || x < 0 ? null : { value: x / y, unit: "times" };
    case "diff":
      return isPart(a.unit)
        ? { value: (x - y) * (a.unit === "share" ? 100 : 1), unit: "points" }
        : { value: x - y, unit: a.unit };
    case "sum":
      return isPart(a.unit) && a.unit === "percent"
        ? null
        : { value: metrics.reduce((sum, { value }) => sum + Number(value), 0), unit: a.unit };
  }
}
