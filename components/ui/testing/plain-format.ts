import type { Format } from "@/lib/query/format";

/** Values as they are, decimals as asked: for tests that look at numbers, not at locales. */
export const plainFormat: Format = {
  locale: "en",
  value: (value, _column, digits) =>
    digits === undefined || typeof value === "boolean" ? String(value) : Number(value).toFixed(digits),
  short: (value) => String(value),
};
