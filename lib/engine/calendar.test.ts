import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayText, timestampText, timeText } from "./calendar";

describe("dates and times as text", () => {
  it("agrees with the calendar of JavaScript on every day of the years 0 to 9999", () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_528, max: 2_932_896 }), (day) => {
        expect(dayText(day)).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
      }),
    );
  });

  it("agrees with JavaScript on milliseconds before and after the epoch", () => {
    fc.assert(
      fc.property(fc.integer({ min: -62_167_219_200_000, max: 253_402_300_799_999 }), (ms) => {
        const text = timestampText(BigInt(ms), 1000n);
        const padded = text.length === 19 ? `${text}.000` : text;
        expect(`${padded}Z`).toBe(new Date(ms).toISOString());
      }),
    );
  });

  it.each([
    [-1n, 1_000_000n, "1969-12-31T23:59:59.999999"],
    [0n, 1n, "1970-01-01T00:00:00"],
    [1_500_000n, 1_000_000n, "1970-01-01T00:00:01.500"],
    [1n, 1_000_000_000n, "1970-01-01T00:00:00.000000001"],
    [9_223_372_036_854_775_807n, 1_000_000n, "infinity"],
    [-9_223_372_036_854_775_807n, 1_000_000n, "-infinity"],
  ])("writes %s at %s a second as %s", (value, perSecond, text) => {
    expect(timestampText(value, perSecond)).toBe(text);
  });

  it("gives years outside four digits a sign and infinite days their name", () => {
    expect(dayText(2_932_897)).toBe("+010000-01-01");
    expect(dayText(-719_529)).toBe("-000001-12-31");
    expect(dayText(2_147_483_647)).toBe("infinity");
    expect(dayText(-2_147_483_647)).toBe("-infinity");
  });

  it("keeps the whole day and every digit of a time", () => {
    expect(timeText(0n, 1n)).toBe("00:00:00");
    expect(timeText(86_400_000_000n, 1_000_000n)).toBe("24:00:00");
    expect(timeText(45_296_000_100n, 1_000_000n)).toBe("12:34:56.000100");
  });
});
