import { afterEach, describe, expect, it, vi } from "vitest";
import { errorResponse } from "./error-response";
import { ServerError } from "./server-error";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("errorResponse", () => {
  it("says what happened, what to do, where, and when to come back", async () => {
    const error = new ServerError({
      kind: "too_many",
      message: "Too many.",
      hint: "Wait.",
      details: ["x"],
      retryAfter: 7,
    });
    const response = errorResponse(error);
    expect(response.status).toBe(429);
    expect(response.headers.get("retry-after")).toBe("7");
    expect(await response.json()).toEqual({
      error: { code: "too_many", message: "Too many.", hint: "Wait.", details: ["x"] },
    });
  });

  it("tells neither the caller nor the log the words of an unexpected error, but the log where it arose", async () => {
    const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const response = errorResponse(new TypeError("cannot read canary@customer.example\n  of row 7"));
    expect(response.status).toBe(500);
    expect(await response.text()).not.toMatch(/canary|row 7|at .*\.ts/);
    const logged = write.mock.calls.map(([text]) => String(text)).join("");
    expect(logged).toMatch(/^Unexpected TypeError\n\s+at .*error-response\.test\.ts/);
    expect(logged).not.toMatch(/canary|row 7/);
  });

  it("logs nothing when the page went away", () => {
    const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    errorResponse(new DOMException("gone", "AbortError"));
    expect(write).not.toHaveBeenCalled();
  });
});
