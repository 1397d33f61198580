import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Ledger, LedgerReason } from "@/lib/std/ledger";
import { shownLedger, totalLedger } from "./shown-ledger";

const reason = fc.record({
  fate: fc.constantFrom("rejected" as const, "excluded" as const),
  reason: fc.string(),
  lines: fc.integer({ min: 1, max: 50 }),
  rule: fc.constant(null),
});

const counts = fc.tuple(fc.integer({ min: 1000, max: 9000 }), fc.nat(100), fc.nat(100));

function ledger([kept, rejected, excluded]: [number, number, number]): Ledger {
  return { lines: kept + rejected + excluded, kept, rejected, excluded, reasons: [], samples: [], warnings: [] };
}

const foots = ({ lines, kept, rejected, excluded }: Pick<Ledger, "lines" | "kept" | "rejected" | "excluded">) =>
  lines === kept + rejected + excluded;

describe("the ledger a person sees", () => {
  it("foots whatever does not count because of other files, and names every reason", () => {
    fc.assert(
      fc.property(counts, fc.array(reason, { maxLength: 6 }), (own, unmatched) => {
        const shown = shownLedger({ ledger: ledger(own), unmatched });
        expect(foots(shown)).toBe(true);
        expect(shown.lines).toBe(ledger(own).lines);
        expect(shown.reasons).toHaveLength(unmatched.length);
      }),
    );
  });

  it("is the file's own when every kept line counts", () => {
    const own = ledger([10, 1, 2]);
    expect(shownLedger({ ledger: own, unmatched: [] })).toBe(own);
  });

  it("is summed over the files", () => {
    const unpriced: LedgerReason = { fate: "rejected", reason: "no price", lines: 3, rule: null };
    expect(
      totalLedger([
        { ledger: ledger([10, 1, 2]), unmatched: [unpriced] },
        { ledger: ledger([5, 0, 1]), unmatched: [] },
      ]),
    ).toEqual({ lines: 19, kept: 12, rejected: 4, excluded: 3 });
  });
});
