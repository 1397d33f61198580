export type Numeric = string | number;
export type NumberOptions = Intl.NumberFormatOptions;

/** The real minus, as wide as a plus. */
export const MINUS = "\u2212";

/** Keeps what is costly to make, by the options it is made from. */
function kept<Options extends object, Made>(make: (options: Options) => Made): (options: Options) => Made {
  const made = new Map<string, Made>();
  return (options) => {
    const key = JSON.stringify(options);
    const found = made.get(key) ?? make(options);
    made.set(key, found);
    return found;
  };
}

/**
 * Writes numbers in one locale, with a real minus and without a negative zero.
 * Decimal text is read exactly by Intl; as a double, large sums would lose their cents.
 */
export function numberWriter(locale: string): (value: Numeric, options: NumberOptions) => string {
  const formatFor = kept(
    (options: NumberOptions) => new Intl.NumberFormat(locale, { signDisplay: "negative", ...options }),
  );
  return (value, options) =>
    formatFor(options)
      .formatToParts(value as `${number}`)
      .map((part) => (part.type === "minusSign" ? MINUS : part.value))
      .join("");
}

/** Writes days ("2026-06-30", or the day of a timestamp) in one locale; what is not a day stays as it is. */
export function dateWriter(locale: string): (day: string, options: Intl.DateTimeFormatOptions) => string {
  const formatFor = kept(
    (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }),
  );
  return (day, options) => {
    const date = new Date(`${day.slice(0, 10)}T00:00:00Z`);
    return Number.isNaN(date.getTime()) ? day : formatFor(options).format(date);
  };
}
