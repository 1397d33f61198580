import { expect, test } from "vitest";
import { bytesLabel, progressWords, timeLeft, timeLeftLabel } from "./import-words";

test("estimates the time left only when something is known", () => {
  expect(timeLeft(0, 100, 5000)).toBeNull();
  expect(timeLeft(25, 100, 5000)).toBe(15_000);
  expect(timeLeft(100, 100, 5000)).toBeNull();
  expect([timeLeftLabel(1500), timeLeftLabel(13_000), timeLeftLabel(61_000)]).toEqual([
    "almost done",
    "about 15 s left",
    "about 2 min left",
  ]);
  expect(bytesLabel(0, "en-GB")).toBe("0 byte");
  expect(progressWords({ phase: "", doneBytes: 10, totalBytes: 1500, rows: null }, "en-GB")).toBe("10 byte of 2 kB");
});
