/** Numbers on both sides of a value that its quotient may be away from it: it was divided in other steps. */
const MOST_STEPS = 3;
/** Longer than this a fraction says no less than the number itself. */
const LONGEST = 11;

const bits = new DataView(new ArrayBuffer(8));

/** The double some steps above a positive one. */
function stepped(value: number, steps: number): number {
  bits.setFloat64(0, value);
  bits.setBigInt64(0, bits.getBigInt64(0) + BigInt(steps));
  return bits.getFloat64(0);
}

function stepsBetween(from: number, to: number): number {
  bits.setFloat64(0, from);
  const first = bits.getBigInt64(0);
  bits.setFloat64(0, to);
  return Number(bits.getBigInt64(0) - first);
}

/** A double as the short fraction it came from, "72/145", with the last bits' difference, "72/145+1"; null when there is none. */
export function fractionOf(value: number): string | null {
  const size = Math.abs(value);
  if (Number.isInteger(value) || size < 1e-7 || size > 1e9) return null;
  let [before, last] = [0, 1];
  let [beforeQ, lastQ] = [1, 0];
  for (let rest = size, turn = 0; turn < 24; turn += 1) {
    const whole = Math.floor(rest);
    [before, last] = [last, whole * last + before];
    [beforeQ, lastQ] = [lastQ, whole * lastQ + beforeQ];
    if (!Number.isSafeInteger(last) || !Number.isSafeInteger(lastQ)) return null;
    const steps = stepsBetween(last / lastQ, size);
    if (Math.abs(steps) <= MOST_STEPS) {
      const text = `${value < 0 ? "-" : ""}${last}/${lastQ}${steps === 0 ? "" : steps > 0 ? `+${steps}` : steps}`;
      return text.length <= LONGEST && text.length < String(value).length ? text : null;
    }
    if (rest === whole) return null;
    rest = 1 / (rest - whole);
  }
  return null;
}

const FRACTION = /^(-?)(\d{1,10})\/(\d{1,10})([+-]\d)?$/;

/** The double of such a fraction; null when the text is none. */
export function fractionValue(text: string): number | null {
  const parts = FRACTION.exec(text);
  if (!parts) return null;
  const [, sign, over = "", under = "", steps = "0"] = parts;
  const size = stepped(Number(over) / Number(under), Number(steps));
  return Number.isFinite(size) ? (sign === "-" ? -size : size) : null;
}
