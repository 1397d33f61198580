import { describe, expect, it } from "vitest";
import { createAdmission } from "./admission";
import type { ServerError } from "./server-error";

function at(start = 0) {
  let time = start;
  return { now: () => time, pass: (ms: number) => (time += ms) };
}
const limits = { perMinute: 3, perDay: 5, atOnce: 3 };

function refusal(act: () => unknown): ServerError {
  try {
    act();
  } catch (error) {
    return error as ServerError;
  }
  throw new Error("It was admitted.");
}

describe("createAdmission", () => {
  it("counts a minute by user and by address, each for itself", () => {
    const clock = at();
    const admission = createAdmission(limits, clock);
    for (let turn = 0; turn < 3; turn += 1) admission.count(["user:a", "address:1"]);
    const refused = refusal(() => admission.count(["user:a", "address:2"]));
    expect(refused).toMatchObject({ kind: "too_many", retryAfter: 60 });
    expect(refusal(() => admission.count(["user:b", "address:1"])).kind).toBe("too_many");
    admission.count(["user:b", "address:2"]);
    clock.pass(59_999);
    expect(refusal(() => admission.count(["user:a"])).retryAfter).toBe(1);
    clock.pass(1);
    admission.count(["user:a", "address:1"]);
  });

  it("lets as many run at once as there are places, and two of one caller", () => {
    const admission = createAdmission(limits, at());
    const leave = admission.enter(["user:a"]);
    admission.enter(["user:a"]);
    expect(refusal(() => admission.enter(["user:a"])).kind).toBe("too_many");
    admission.enter(["user:b"]);
    expect(refusal(() => admission.enter(["user:c"])).kind).toBe("too_many");
    leave();
    leave();
    admission.enter(["user:c"]);
    expect(refusal(() => admission.enter(["user:d"])).kind).toBe("too_many");
  });

  it("has a budget for the day, which starts anew at midnight UTC", () => {
    const clock = at(Date.UTC(2026, 0, 1, 23, 0));
    const admission = createAdmission(limits, clock);
    for (let turn = 0; turn < 5; turn += 1) admission.enter(["user:a"])();
    expect(refusal(() => admission.enter(["user:a"]))).toMatchObject({ kind: "too_many", retryAfter: 3600 });
    clock.pass(3_600_000);
    admission.enter(["user:a"])();
  });

  it("does not take the day's budget for a request that found no place", () => {
    const admission = createAdmission({ ...limits, atOnce: 1, perDay: 2 }, at());
    const leave = admission.enter(["user:a"]);
    for (let turn = 0; turn < 9; turn += 1) refusal(() => admission.enter(["user:b"]));
    leave();
    admission.enter(["user:b"])();
  });
});
