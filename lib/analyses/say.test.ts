import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Column, Unit, ValueKind } from "@/lib/query/column";
import { decimalFromUnscaled } from "@/lib/std/decimal";
import { formatValue, toFormat, toSay } from "./say";

const columnOf = (unit: Unit, kind: ValueKind = "decimal"): Column => ({
  name: "c",
  label: "C",
  kind,
  unit,
  hidden: false,
});
const BRITISH = { locale: "en-GB", currency: "GBP" };
const INDIAN = { locale: "en-IN", currency: "INR" };
const PLAIN = { locale: "en-GB", currency: null };

/** Half away from zero, by digits alone. */
function roundedText(unscaled: bigint, scale: number, digits: number): string {
  const by = 10n ** BigInt(scale - digits);
  const size = unscaled < 0n ? -unscaled : unscaled;
  const rounded = (size + by / 2n) / by;
  const text = rounded.toString().padStart(digits + 1, "0");
  const whole = text.slice(0, -digits).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${unscaled < 0n && rounded > 0n ? "\u2212" : ""}${whole}.${text.slice(-digits)}`;
}

describe("a table cell", () => {
  it("rounds exact decimals as on paper, whatever a double would make of them", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), (unscaled) => {
        const value = decimalFromUnscaled(unscaled, 4);
        expect(formatValue(value, columnOf("money"), PLAIN)).toBe(roundedText(unscaled, 4, 2));
      }),
    );
  });

  it.each([
    ["0.005", "0.01"],
    ["1.005", "1.01"],
    ["-1.005", "\u22121.01"],
    ["1000000000000000.01", "1,000,000,000,000,000.01"],
    ["-0.001", "0.00"],
    ["0", "0.00"],
  ])("writes %s as %s", (value, text) => {
    expect(formatValue(value, columnOf("money"), PLAIN)).toBe(text);
  });

  it("writes money in its currency's own digits and the locale's own groups, with a real minus", () => {
    expect(formatValue("123456", columnOf("money"), INDIAN)).toBe("₹1,23,456.00");
    expect(formatValue("-33.62", columnOf("money"), BRITISH)).toBe("\u2212£33.62");
    expect(formatValue("-5", columnOf("money"), { locale: "de-CH", currency: "CHF" })).toBe("CHF\u22125.00");
    expect(formatValue("1234.5", columnOf("money"), { locale: "de-DE", currency: "EUR" })).toBe("1.234,50\u00a0€");
    expect(formatValue("1234.5", columnOf("money"), { locale: "ja-JP", currency: "JPY" })).toBe("￥1,235");
  });

  it("takes its decimals from the unit, unless the column says how many", () => {
    expect(formatValue("4512", columnOf("quantity"), BRITISH)).toBe("4,512");
    expect(formatValue("2.5", columnOf("quantity"), BRITISH)).toBe("2.5");
    expect(formatValue(0.3849, columnOf("share", "double"), BRITISH)).toBe("38.5%");
    expect(formatValue(-70.3324, columnOf("percent", "double"), BRITISH)).toBe("\u221270.3%");
    expect(formatValue(12.4, columnOf("days", "double"), BRITISH)).toBe("12");
    expect(toFormat(BRITISH).value("2", columnOf("quantity"), 1)).toBe("2.0");
    expect(toFormat(BRITISH).value("1234.56", columnOf("money"), 0)).toBe("£1,235");
  });

  it("keeps the four figures of a year together, in its column and on an axis", () => {
    const year: Column = { ...columnOf("none", "integer"), name: "sale_year" };
    expect(formatValue(2026, year, BRITISH)).toBe("2026");
    expect(toFormat(BRITISH).short(2026, year)).toBe("2026");
    expect(formatValue(2026, { ...year, name: "orders" }, BRITISH)).toBe("2,026");
  });

  it("writes days, times, words, yes and no, and a dash for the unknown", () => {
    expect(formatValue("2026-06-30", columnOf("none", "date"), BRITISH)).toBe("30 Jun 2026");
    expect(formatValue("2026-06-30T09:05:00", columnOf("none", "timestamp"), BRITISH)).toBe("30 Jun 2026 09:05");
    expect(formatValue("infinity", columnOf("none", "date"), BRITISH)).toBe("infinity");
    expect(formatValue("Rice 5 kg", columnOf("none", "text"), BRITISH)).toBe("Rice 5 kg");
    expect(formatValue("007", columnOf("none", "text"), BRITISH)).toBe("007");
    expect(formatValue(true, columnOf("none", "boolean"), BRITISH)).toBe("yes");
    expect(formatValue(false, columnOf("none", "boolean"), BRITISH)).toBe("no");
    expect(formatValue(null, columnOf("money"), BRITISH)).toBe("\u2013");
  });
});

describe("an axis", () => {
  it("is short", () => {
    const { short } = toFormat({ locale: "en-US", currency: "USD" });
    expect(short(1_200_000, columnOf("money"))).toBe("$1.2M");
    expect(short(-500, columnOf("money"))).toBe("\u2212$500");
    expect(short(0.38, columnOf("share"))).toBe("38%");
    expect(short(12, columnOf("percent"))).toBe("12%");
    expect(toFormat({ locale: "en-US", currency: null }).short(1_200_000, columnOf("money"))).toBe("1.2M");
  });
});

describe("a number in a sentence", () => {
  it.each([
    [INDIAN, "4820000", "₹48.2 lakh"],
    [INDIAN, "9999999", "₹1 crore"],
    [INDIAN, "123456789", "₹12.3 crore"],
    [INDIAN, "99999", "₹99,999"],
    [BRITISH, "9747747.934", "£9.75 million"],
    [BRITISH, "999999999", "£1 billion"],
    [BRITISH, "819999181079999.64", "£820 trillion"],
    [{ locale: "de-DE", currency: "EUR" }, "1234567", "1,23 million\u00a0€"],
    [{ locale: "de-DE", currency: null }, "1234567", "1,23 million"],
    [BRITISH, "999999.4", "£999,999"],
    [BRITISH, "12345.67", "£12,346"],
    [BRITISH, "12.5", "£12.50"],
    [BRITISH, "12", "£12"],
    [BRITISH, "0", "£0"],
    [BRITISH, "-2500000", "\u2212£2.5 million"],
    [PLAIN, "9747747.934", "9.75 million"],
    [PLAIN, "12.5", "12.50"],
  ])("of money in %j: %s is %s", (writing, value, text) => {
    expect(toSay(writing).moneyShort(value)).toBe(text);
  });

  it("keeps every cent when it is not short", () => {
    expect(toSay(BRITISH).money("1000000000000000.01")).toBe("£1,000,000,000,000,000.01");
    expect(toSay(BRITISH).quantity("1234.5")).toBe("1,234.5");
    expect(toSay(BRITISH).quantity("3")).toBe("3");
    expect(toSay(BRITISH).count(12_345)).toBe("12,345");
  });

  it.each([
    [0, "0%"],
    [0.0004, "under 0.1%"],
    [0.045, "4.5%"],
    [0.09, "9%"],
    [0.384, "38%"],
    [0.9996, "99.9%"],
    [1, "100%"],
    [1.2, "120%"],
    [-0.2, "\u221220%"],
    [-0.0005, "\u22120.1%"],
    [-0.0004, "just below 0%"],
  ])("never claims a whole that is none: the share %d is %s", (value, text) => {
    expect(toSay(BRITISH).share(value)).toBe(text);
  });

  it("tells a change by its size, and leaves the direction to the sentence", () => {
    expect(toSay(BRITISH).percent(9.02)).toBe("9%");
    expect(toSay(BRITISH).percent(-70.33)).toBe("70%");
    expect(toSay(BRITISH).percent(6.08)).toBe("6.1%");
  });

  it("names days and months whatever the machine's time zone", () => {
    expect(toSay(BRITISH).date("2026-06-30")).toBe("30 June 2026");
    expect(toSay(BRITISH).month("2026-06-01")).toBe("June 2026");
    expect(toSay({ locale: "en-US", currency: "USD" }).date("2026-01-01")).toBe("January 1, 2026");
  });
});
