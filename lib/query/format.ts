import type { Column, Value } from "./column";

/** How views write values: in the notebook's locale and currency. Given by the composition, so that views stay pure. */
export interface Format {
  /** BCP 47. */
  locale: string;
  /** One value in full. `digits` fixes the decimals, so that a column shows one precision; omitted = the unit's own. */
  value(value: Value, column: Column, digits?: number): string;
  /** Short, for axes: "£1.2M", "38%". `digits` fixes the decimals, so that an axis shows one precision. */
  short(value: number, column: Column, digits?: number): string;
}
