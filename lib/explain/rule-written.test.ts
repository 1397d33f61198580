import { beforeAll, describe, expect, it } from "vitest";
import { toSay } from "@/lib/analyses/say";
import { madeShop } from "@/lib/analyses/testing/made-shop";
import { buildRelations } from "@/lib/analyses/testing/relations";
import { openNodeEngine } from "@/lib/engine/node";
import { insightsOf } from "@/lib/insights/insights-of";
import { insightFacts } from "@/lib/insights/testing/insight-rows";
import { CASES } from "@/lib/insights/testing/rule-cases";
import type { Row } from "@/lib/query/result";
import { tell } from "@/lib/std/testing/tell";
import { toBook } from "./book";
import { type BriefingSpec, toBriefing } from "./briefing";
import { ruleSentences, ruleWritten } from "./rule-written";
import type { ShownSentence } from "./sentence";
import { type BriefedShop, briefedShop } from "./testing/briefed-shop";
import { verifySentence } from "./verify";

const PLACES = [
  { locale: "en-GB", currency: "GBP" },
  { locale: "en-IN", currency: "INR" },
  { locale: "de-DE", currency: "EUR" },
] as const;
const INDIA = PLACES[1];

const textOf = ({ pieces }: ShownSentence) => pieces.map(({ text }) => text).join("");

function bookOf(spec: BriefingSpec) {
  const { payload, names } = toBriefing(spec);
  return toBook(payload, names);
}

/** Every sentence of rules, each with why it would not be shown; with names put back, and where they are hidden. */
function refused(spec: BriefingSpec): string[] {
  const { payload, names } = toBriefing(spec);
  return [toBook(payload, names), toBook(payload)].flatMap((book) =>
    ruleSentences(book).flatMap((raw) => {
      const verdict = verifySentence(raw, book);
      return verdict.ok ? [] : [`${raw.text} [${verdict.fault.message}]`];
    }),
  );
}

function insightSpec(rule: string, place: { locale: string; currency: string }): BriefingSpec {
  const facts = insightFacts(CASES[rule]?.fires ?? {});
  const rows = [
    facts.shop,
    ...facts.products,
    ...facts.categories,
    ...facts.months,
  ] as readonly object[] as readonly Row[];
  const { insights } = insightsOf({
    rows,
    lines: { kept: 1000, lines: 1000 },
    thresholds: {},
    states: {},
    today: "2026-07-01",
    say: toSay(place),
  });
  const insight = insights.find((each) => each.rule === rule);
  const cells = [{ name: "insights", analysis: "insights", params: {}, result: { columns: [], rows } }];
  return {
    subject: { kind: "insight", insightId: insight?.insightId ?? "" },
    cells,
    insights,
    ...place,
    asOf: "2026-06-30",
    hideNames: true,
  };
}

describe.each(Object.keys(CASES))("the explanation of %s", (rule) => {
  it("has an explanation and guidance, every sentence passes the guard, and each number is bound", () => {
    for (const place of PLACES) {
      const spec = insightSpec(rule, place);
      expect(refused(spec)).toEqual([]);
      const sentences = ruleWritten(bookOf(spec));
      expect(new Set(sentences.map(({ part }) => part))).toEqual(new Set(["explanation", "guidance"]));
      for (const { pieces } of sentences) {
        for (const piece of pieces) {
          if (piece.kind === "text")
            expect(piece.text.replace(/(?:last |)3 (?:complete )?months(?: before)?/g, "")).not.toMatch(/\d/);
        }
      }
      if (place === INDIA) tell(sentences.map((each) => `${each.part}: ${textOf(each)}`).join("\n"));
    }
  });
});

describe("over a made shop", () => {
  let shop: BriefedShop;
  beforeAll(async () => {
    const engine = await openNodeEngine();
    await buildRelations(engine, madeShop());
    shop = await briefedShop(engine, INDIA);
  });
  const spec = (subject: BriefingSpec["subject"]): BriefingSpec => ({ subject, ...shop, ...INDIA, hideNames: true });

  it("the notebook is explained: what is, and what to do", () => {
    expect(refused(spec({ kind: "notebook" }))).toEqual([]);
    const sentences = ruleWritten(bookOf(spec({ kind: "notebook" })));
    tell(sentences.map((each) => `${each.part}: ${textOf(each)}`).join("\n"));
    expect(sentences.length).toBeGreaterThan(5);
  });

  it("every cell of a shop is explained", () => {
    for (const { name } of shop.cells) {
      expect(refused(spec({ kind: "cell", name })), name).toEqual([]);
      const sentences = ruleWritten(bookOf(spec({ kind: "cell", name })));
      tell(`${name}: ${sentences.map(textOf).join(" ")}`);
      expect(sentences.length, name).toBeGreaterThan(1);
    }
  });

  it("every insight is explained", () => {
    expect(shop.insights.length).toBeGreaterThan(10);
    for (const { insightId } of shop.insights) {
      expect(refused(spec({ kind: "insight", insightId })), insightId).toEqual([]);
      expect(ruleWritten(bookOf(spec({ kind: "insight", insightId }))).length, insightId).toBeGreaterThan(1);
    }
  });
});
