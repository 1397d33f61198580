import { isBlank, isTotal } from "./fit-record";
import type { CarryDown, ImportPlan } from "./plan";

/**
 * Fills what stands on the first line of an order alone: an empty key belongs to the order above, the named columns are
 * taken from the line above of the same order where they are empty. Give it the lines in order.
 */
export class OrderLines {
  readonly #key: number;
  readonly #name: string;
  readonly #columns: readonly number[];
  #order: string | null = null;
  readonly #values = new Map<number, string>();

  constructor({ key, columns }: CarryDown, names: ImportPlan["columns"]) {
    this.#key = names.indexOf(key);
    this.#name = key.trim().toLowerCase();
    this.#columns = columns.map((column) => names.indexOf(column)).filter((index) => index >= 0 && index !== this.#key);
  }

  /** A line that could not be read: nothing is carried over it unless it surely belongs to the same order. */
  pass(fields: readonly string[]): void {
    if (fields[this.#key]?.trim() !== this.#order) this.#forget(null);
  }

  filled(fields: readonly string[]): readonly string[] {
    if (isBlank(fields) || isTotal(fields)) return fields;
    const key = fields[this.#key]?.trim() ?? "";
    if (key.toLowerCase() === this.#name) {
      this.#forget(null);
      return fields;
    }
    if (key !== "" && key !== this.#order) this.#forget(key);
    if (this.#order === null) return fields;
    const whole = [...fields];
    whole[this.#key] = key === "" ? this.#order : (fields[this.#key] ?? "");
    for (const column of this.#columns) {
      const value = whole[column] ?? "";
      if (value.trim() !== "") this.#values.set(column, value);
      else whole[column] = this.#values.get(column) ?? value;
    }
    return whole;
  }

  #forget(order: string | null): void {
    this.#order = order;
    this.#values.clear();
  }
}
