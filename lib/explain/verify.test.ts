import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toFormat, toSay } from "@/lib/analyses/say";
import { toBook } from "./book";
import { cleanName } from "./clean-name";
import type { Metric, Payload } from "./payload";
import type { FaultKind } from "./sentence";
import { verifySentence, verifyText } from "./verify";

const metric = (id: string, given: Partial<Metric> = {}): Metric => ({
  id,
  label: "Revenue",
  kind: "figure",
  unit: "money",
  value: "1000",
  period: null,
  of: null,
  ...given,
});

function payloadOf(metrics: readonly Metric[], given: Partial<Payload> = {}): Payload {
  return {
    version: 1,
    subject: { kind: "notebook" },
    locale: "en-IN",
    currency: "INR",
    asOf: "2026-06-30",
    names: [
      { id: "P1", what: "product", name: null },
      { id: "P2", what: "product", name: null },
    ],
    metrics: [...metrics],
    insights: [],
    ...given,
  };
}

const shop = payloadOf([
  metric("m1", { value: "482000", of: "P1" }),
  metric("m2", { value: "150000", of: "P2" }),
  metric("m3", { label: "Units", unit: "quantity", value: "412", of: "P1" }),
  metric("m4", { label: "Net revenue", value: "90000", period: "2026-05" }),
  metric("m5", { label: "Net revenue", value: "120000", period: "2026-06" }),
  metric("m6", { label: "Margin", unit: "percent", value: "-12", of: "P1" }),
  metric("m7", { label: "Last sold", kind: "date", unit: "none", value: "2026-03-04", of: "P2" }),
  metric("m8", { label: "Profit", value: "-5000", of: "P1" }),
]);
const book = toBook(
  shop,
  new Map([
    ["P1", "Rice 5 kg"],
    ["P2", "Tea"],
  ]),
);

function outcome(text: string, of = book): string {
  const verdict = verifySentence({ part: "explanation", text }, of);
  return verdict.ok ? verdict.sentence.pieces.map((piece) => piece.text).join("") : `(${verdict.fault.kind})`;
}

describe("a sentence that passes", () => {
  it.each([
    ["{{P1}} brought {{m1}} of revenue.", "Rice 5 kg brought ₹4.82 lakh of revenue."],
    ["{{P1}} sold {{m3}} units.", "Rice 5 kg sold 412 units."],
    ["P1 sold {{ m3 }} units.", "Rice 5 kg sold 412 units."],
    [
      "Net revenue rose {{change m5 m4}} from {{period m4}} to {{period m5}}.",
      "Net revenue rose 33% from May 2026 to June 2026.",
    ],
    [
      "The change from {{period m4}} to {{period m5}} is {{diff m5 m4}}.",
      "The change from May 2026 to June 2026 is +₹30,000.",
    ],
    ["{{P1}} brought {{ratio m1 m2}} times what {{P2}} brought.", "Rice 5 kg brought 3.2 times what Tea brought."],
    ["Together {{P1}} and {{P2}} brought {{sum m1 m2}}.", "Together Rice 5 kg and Tea brought ₹6.32 lakh."],
    ["{{P2}} last sold on {{m7}}.", "Tea last sold on 4 March 2026."],
    ["{{P1}} made a loss of {{m8}}.", "Rice 5 kg made a loss of ₹5,000."],
    ["The margin of {{P1}} is {{m6}}.", "The margin of Rice 5 kg is \u221212%."],
    ["The highest revenue is that of {{P1}} with {{m1}}.", "The highest revenue is that of Rice 5 kg with ₹4.82 lakh."],
    ["Order {{P1}} ahead of the season.", "Order Rice 5 kg ahead of the season."],
  ])("%s", (text, shown) => {
    expect(outcome(text)).toBe(shown);
  });

  it("binds each number to its metrics", () => {
    const verdict = verifySentence({ part: "guidance", text: "{{P1}} is worth {{share m1 m1}}." }, book);
    expect(verdict).toMatchObject({
      ok: true,
      sentence: { pieces: [{}, {}, { operation: "share", metrics: ["m1", "m1"] }, {}] },
    });
  });
});

describe("a sentence that is dropped", () => {
  it.each<[FaultKind, string]>([
    ["plain-number", "{{P1}} brought {{m1}}, 38% of all."],
    ["plain-number", "{{P1}} sold twelve units for {{m1}}."],
    ["plain-number", "{{P1}} doubled its revenue of {{m1}}."],
    ["plain-number", "{{P1}} brought {{m1}} in June 2026."],
    ["plain-number", "{{P1}} sold ४१२ units."],
    ["plain-number", "{{P1}} brought {{m1}} lakh."],
    ["plain-number", "{{P1}} brought 1{{m1}}."],
    ["plain-number", "{{P1}} sold {{m3}}%."],
    ["plain-number", "{{P1}} sold {{m3}}{{m3}} units."],
    ["plain-number", "Half of the revenue is {{P1}}."],
    ["unknown-id", "{{P1}} brought {{m99}}."],
    ["unknown-id", "{{P9}} brought {{m1}}."],
    ["mixed-units", "{{P1}} stands at {{change m1 m3}}."],
    ["mixed-units", "{{P1}} had {{m3}} orders."],
    ["wrong-subject", "{{P2}} brought {{m1}}."],
    ["wrong-subject", "{{P1}} brought {{m2}} and {{P2}} brought {{m1}}."],
    ["wrong-subject", "In {{period m4}} net revenue was {{m5}}."],
    ["wrong-subject", "The profit of {{P1}} was {{m1}}."],
    ["wrong-direction", "Net revenue fell {{change m5 m4}} from {{period m4}} to {{period m5}}."],
    ["wrong-direction", "Net revenue fell from {{m4}} in {{period m4}} to {{m5}} in {{period m5}}."],
    ["wrong-direction", "{{P2}} has the highest revenue with {{m2}}."],
    ["wrong-direction", "{{P1}} rose to {{m1}}."],
    ["wrong-direction", "{{P2}} brought {{m2}}, more than {{P1}} with {{m1}}."],
    ["unbound", "Sales are going well."],
    ["malformed", "See https://example.org for {{P1}}."],
    ["malformed", "<b>{{P1}}</b>"],
    ["malformed", "{{P1}}\nbrought {{m1}}."],
    ["malformed", "{{P1}} sold 二百 units."],
  ])("%s: %s", (kind, text) => {
    expect(outcome(text)).toBe(`(${kind})`);
  });
});

interface HostileName {
  name: string;
  obeyed: string;
}

describe("hostile product names, sent, with a model that obeys them", () => {
  const hostile: HostileName[] = JSON.parse(readFileSync("e2e/fixtures/hostile-names.json", "utf8"));

  it("there are forty", () => {
    expect(new Set(hostile.map(({ name }) => name)).size).toBe(40);
  });

  it.each(hostile)("shows nothing of $name", ({ name, obeyed }) => {
    const names = [
      { id: "P1", what: "product" as const, name: cleanName(name) },
      { id: "P2", what: "product" as const, name: "Tea" },
    ];
    const book = toBook({ ...shop, names });
    expect(verifySentence({ part: "explanation", text: obeyed }, book).ok).toBe(false);
  });

  it.each(hostile)("says the true figures of $name unharmed", ({ name }) => {
    const names = [
      { id: "P1", what: "product" as const, name: cleanName(name) },
      { id: "P2", what: "product" as const, name: "Tea" },
    ];
    expect(outcome("{{P1}} sold {{m3}} units.", toBook({ ...shop, names }))).toBe(`${cleanName(name)} sold 412 units.`);
  });
});

describe("what Lucid itself writes", () => {
  const places = fc.constantFrom(
    { locale: "en-US", currency: "USD" },
    { locale: "en-GB", currency: "GBP" },
    { locale: "en-IN", currency: "INR" },
    { locale: "de-DE", currency: "EUR" },
    { locale: "en-GB", currency: null },
  );
  const column = (unit: Metric["unit"]) => ({ name: "c", label: "C", kind: "decimal", unit, hidden: false }) as const;
  const amounts = fc.oneof(fc.integer({ min: 0, max: 10 ** 14 }), fc.integer({ min: 0, max: 10 ** 6 }));

  it("is always accepted: money in full, short and on axes", () => {
    fc.assert(
      fc.property(places, amounts, fc.boolean(), (place, cents, isLoss) => {
        const value = ((isLoss ? -1 : 1) * cents) / 100;
        const text = value.toFixed(2);
        const of = toBook(payloadOf([metric("m1", { value: text })], { ...place, names: [] }));
        const [say, format] = [toSay(place), toFormat(place)];
        for (const written of [
          say.money(text),
          say.moneyShort(text),
          format.value(text, column("money")),
          format.short(value, column("money")),
        ]) {
          expect(verifyText(`The revenue is ${written}.`, of), written).toMatchObject({ ok: true });
        }
      }),
    );
  });

  it("is always accepted: shares, percentages, quantities, counts and days", () => {
    const percents = fc.double({ min: -300, max: 300, noNaN: true }).map((value) => Number(value.toFixed(4)));
    fc.assert(
      fc.property(places, percents, fc.integer({ min: 0, max: 10 ** 9 }), (place, percent, count) => {
        const [say, format] = [toSay(place), toFormat(place)];
        const accepts = (given: Partial<Metric>, text: string) => {
          const of = toBook(payloadOf([metric("m1", given)], { ...place, names: [] }));
          expect(verifyText(text, of), text).toMatchObject({ ok: true });
        };
        const share = percent / 100;
        const sign = percent < 0 ? "\u2212" : "";
        accepts({ label: "Share", unit: "share", value: String(share) }, `The share is ${say.share(share)}.`);
        accepts(
          { label: "Share", unit: "share", value: String(share) },
          `The share is ${format.value(share, column("share"))}.`,
        );
        accepts(
          { label: "Margin", unit: "percent", value: String(percent) },
          `The margin is ${sign}${say.percent(percent)}.`,
        );
        accepts(
          { label: "Units", unit: "quantity", value: String(count / 1000) },
          `There are ${say.quantity(String(count / 1000))} units.`,
        );
        accepts({ label: "Orders", unit: "count", value: String(count) }, `There are ${say.count(count)} orders.`);
        accepts(
          { label: "Days of cover", unit: "days", value: String(count) },
          `It lasts ${format.value(count, column("days"))} days.`,
        );
      }),
    );
  });
});
