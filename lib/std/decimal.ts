import type { Brand } from "./brand";

/** An exact decimal number as text, without an exponent and without trailing zeros: "9747747.934", "-12", "0". */
export type Decimal = Brand<string, "Decimal">;

const PATTERN = /^-?\d+(\.\d+)?$/;

/** Reads decimal text such as "1.10" and drops its trailing zeros. Throws on anything else. */
export function toDecimal(text: string): Decimal {
  if (!PATTERN.test(text)) throw new RangeError(`Not a decimal number: ${text}`);
  const negative = text.startsWith("-");
  const [whole = "0", fraction = ""] = text.replace("-", "").split(".");
  const digits = whole.replace(/^0+(?=\d)/, "");
  const kept = fraction.replace(/0+$/, "");
  const value = kept === "" ? digits : `${digits}.${kept}`;
  return (negative && value !== "0" ? `-${value}` : value) as Decimal;
}

/** The decimal number `unscaled / 10^scale`. */
export function decimalFromUnscaled(unscaled: bigint, scale: number): Decimal {
  const negative = unscaled < 0n;
  const digits = (negative ? -unscaled : unscaled).toString().padStart(scale + 1, "0");
  const point = digits.length - scale;
  const text = scale === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return toDecimal(negative ? `-${text}` : text);
}

/** The nearest double; only for drawing and for text that is rounded anyway. */
export function decimalToNumber(value: Decimal): number {
  return Number(value);
}
