/** A number with a point and without an exponent, its shortest exact digits; "" for what is no number. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return "";
  return plainDigits(String(Object.is(value, -0) ? 0 : value));
}

/** "1.5e-7" as "0.00000015". */
export function plainDigits(text: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?e([+-]?\d+)$/i.exec(text);
  if (!match) return text;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  if (point >= digits.length) return `${sign}${digits}${"0".repeat(point - digits.length)}`;
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** The shortest digits that give the same number of single precision: 19.99, not 19.989999771118164. */
export function singleText(value: number): string {
  for (let digits = 1; digits < 9; digits += 1) {
    const shorter = Number(value.toPrecision(digits));
    if (Math.fround(shorter) === value) return numberText(shorter);
  }
  return numberText(value);
}

/** "2026-06-30T12:00:00" as people and databases write it: "2026-06-30 12:00:00". */
export function withBlank(timestamp: string): string {
  return timestamp.replace(/^([+-]?\d{4,6}-\d{2}-\d{2})T/, "$1 ");
}

/** A nested value as JSON text; whole numbers too large for JSON keep their digits as text. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner === "bigint") {
      return Number.isSafeInteger(Number(inner)) ? Number(inner) : inner.toString();
    }
    if (inner instanceof Map) return Object.fromEntries(inner);
    return inner instanceof Uint8Array ? hexText(inner) : inner;
  });
}

/** Bytes that are no text, two digits each. */
export function hexText(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
