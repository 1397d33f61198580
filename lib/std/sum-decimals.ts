import { type Decimal, decimalFromUnscaled } from "./decimal";

/** The exact sum of decimal texts; unknown ones (null) count nothing. "0" of none. */
export function sumDecimals(values: readonly (Decimal | null)[]): Decimal {
  const known = values.filter((value) => value !== null);
  const scale = known.reduce((most, value) => Math.max(most, value.split(".")[1]?.length ?? 0), 0);
  const unscaled = known.reduce((sum, value) => {
    const [whole = "0", fraction = ""] = value.split(".");
    return sum + BigInt(whole + fraction.padEnd(scale, "0"));
  }, 0n);
  return decimalFromUnscaled(unscaled, scale);
}
