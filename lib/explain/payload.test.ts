import { beforeAll, describe, expect, it } from "vitest";
import { profile } from "@/lib/analyses/profile";
import { madeShop } from "@/lib/analyses/testing/made-shop";
import { buildRelations } from "@/lib/analyses/testing/relations";
import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import { rules, toThresholds } from "@/lib/insights/rules";
import { insightFacts } from "@/lib/insights/testing/insight-rows";
import { CASES } from "@/lib/insights/testing/rule-cases";
import { type BriefingSpec, toBriefing } from "./briefing";
import { cleanName } from "./clean-name";
import { CAPS, encodePayload, payloadSchema } from "./payload";
import { type BriefedShop, briefedShop } from "./testing/briefed-shop";
import { knownLabels } from "./vocabulary";

const WRITING = { locale: "en-IN", currency: "INR" };

let engine: Engine;
let shop: BriefedShop;
let columns: string[];
beforeAll(async () => {
  engine = await openNodeEngine();
  await buildRelations(engine, madeShop());
  shop = await briefedShop(engine, WRITING);
  const described = await engine.runText("select column_name from (describe sales)", {});
  columns = described.rows.map((row) => String(row.column_name));
});
const spec = (given: Partial<BriefingSpec> = {}): BriefingSpec => ({
  subject: { kind: "notebook" },
  ...shop,
  ...WRITING,
  hideNames: true,
  ...given,
});
const passes = (value: unknown) => payloadSchema.safeParse(value).success;

describe("nothing row-like can pass", () => {
  it("every column of sales is refused at every place of the body, as key and as text", () => {
    const { payload } = toBriefing(spec({ hideNames: false }));
    const [metric, name, insight] = [payload.metrics[0], payload.names[0], payload.insights[0]];
    expect(columns).toContain("customer_id");
    expect(columns.length).toBeGreaterThanOrEqual(12);
    expect(passes(payload)).toBe(true);
    for (const column of columns) {
      const extra = { [column]: "x" };
      expect(passes({ ...payload, ...extra }), column).toBe(false);
      expect(passes({ ...payload, metrics: [{ ...metric, ...extra }] }), column).toBe(false);
      expect(passes({ ...payload, names: [{ ...name, ...extra }] }), column).toBe(false);
      expect(passes({ ...payload, insights: [{ ...insight, ...extra }] }), column).toBe(false);
      expect(passes({ ...payload, subject: { kind: "notebook", ...extra } }), column).toBe(false);
      expect(passes({ ...payload, metrics: [{ ...metric, label: column }] }), column).toBe(false);
      expect(passes({ ...payload, metrics: [{ ...metric, value: column }] }), column).toBe(false);
      expect(passes({ ...payload, rows: [extra] }), column).toBe(false);
    }
  });

  it("texts of a file fit no field but a name that was sent on purpose", () => {
    const { payload } = toBriefing(spec());
    const [metric] = payload.metrics;
    for (const text of ["Rice 5 kg", "C1042", "anna@example.com", "2026-06-30T10:30:00 Rice"]) {
      for (const field of ["id", "label", "kind", "unit", "value", "period", "of"]) {
        expect(passes({ ...payload, metrics: [{ ...metric, [field]: text }] }), `${field} ${text}`).toBe(false);
      }
    }
  });

  it("metrics of names that are not there, ids given twice, and names half hidden are refused", () => {
    const { payload } = toBriefing(spec());
    const [metric] = payload.metrics;
    expect(passes({ ...payload, metrics: [{ ...metric, of: "P99" }], insights: [] })).toBe(false);
    expect(passes({ ...payload, metrics: [metric, metric], insights: [] })).toBe(false);
    const names = payload.names.map((name, at) => ({ ...name, name: at === 0 ? "Rice" : null }));
    expect(passes({ ...payload, names })).toBe(false);
    expect(passes({ ...payload, metrics: [] })).toBe(false);
  });
});

describe("the body", () => {
  it("holds no name, id or customer while names are hidden, and what is put back is here", () => {
    const { body, names } = toBriefing(spec());
    expect(names.size).toBeGreaterThan(5);
    for (const name of names.values()) expect(body).not.toContain(name);
    expect(body).not.toMatch(/"[CTS]\d+"/);
    expect(body).not.toContain("Product 1");
  });

  it("is the same bytes whenever it is made, within the cap, and reads back as the payload", () => {
    for (const hideNames of [true, false]) {
      const { body, payload } = toBriefing(spec({ hideNames }));
      expect(body).toBe(toBriefing(spec({ hideNames })).body);
      expect(encodePayload(payloadSchema.parse(JSON.parse(body)))).toBe(body);
      expect(new TextEncoder().encode(body).length).toBeLessThan(CAPS.bytes);
      expect(payload.metrics.length).toBeGreaterThan(30);
    }
  });

  it("tells of a table its columns by name, and none of their values", () => {
    const result = {
      columns: profile.query.columns,
      rows: [
        {
          column_name: "E-mail",
          type: "text",
          filled: 9,
          minimum: "anna@x.org",
          maximum: "zoe@x.org",
          top_values: "kim@x.org",
        },
      ],
    };
    const cells = [{ name: "profile", analysis: "profile", params: {}, result }];
    const { body, payload } = toBriefing(spec({ cells, subject: { kind: "cell", name: "profile" }, hideNames: false }));
    expect(payload.names).toEqual([{ id: "P1", what: "column", name: "E-mail" }]);
    expect(body).toContain('"9"');
    expect(body).not.toContain("@");
  });

  it("names the cell and row of every metric", () => {
    const { payload, origins } = toBriefing(spec());
    for (const { id } of payload.metrics) {
      const origin = origins.get(id);
      const cell = shop.cells.find(({ name }) => name === origin?.cell);
      expect(cell, id).toBeDefined();
      if (origin?.row !== null && origin?.row !== undefined) expect(cell?.result.rows[origin.row], id).toBeDefined();
    }
  });

  it("knows the label of every figure an insight can rest on", () => {
    for (const rule of rules) {
      const found = rule.evaluate(insightFacts(CASES[rule.id]?.fires ?? {}), toThresholds({}));
      for (const { metrics } of found) for (const { label } of metrics) expect(knownLabels, label).toContain(label);
    }
  });
});

describe("a name that leaves", () => {
  it("is one line of at most sixty characters without anything invisible", () => {
    expect(cleanName("\u202eTe\u200ba\n\t 5\u00a0kg \u0007")).toBe("Tea 5 kg");
    expect(cleanName("ﬁne ５")).toBe("fine 5");
    expect([...cleanName("x".repeat(500))]).toHaveLength(60);
    expect(cleanName("\u200b")).toBe("(no name)");
  });
});
