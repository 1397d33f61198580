import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import { paramLiterals, type Query, toParams } from "@/lib/query/query";
import { QueryError } from "@/lib/query/query-error";
import { AnalysisError } from "./analysis-error";
import { factsQuery } from "./facts";
import { phraseParams } from "./phrase";
import { analyses, analysisNamed } from "./registry";
import { rowsOf } from "./testing/ask";
import { buildRelations, READINGS, type Shop } from "./testing/relations";

const FOLDER = resolve(process.cwd(), "sql/analyses");
const files = readdirSync(FOLDER).filter((name) => name.endsWith(".sql"));
const textOf = (file: string) => readFileSync(resolve(FOLDER, file), "utf8");
const queries: readonly Query[] = [...analyses.map((analysis) => analysis.query), factsQuery];

const HOSTILE = [
  "'; drop table sales; --",
  `"quotes" 'and' more''`,
  "Käse & Brot – 茶 🫖",
  "ALL",
  " all",
  "аll", // the first letter is Cyrillic
  "$category",
  "%",
  "null",
];

const shop: Shop = {
  sales: HOSTILE.map((category, index) => ({
    sold_at: `2026-0${(index % 8) + 1}-15`,
    product_id: `p${index}`,
    category,
    quantity: index + 1,
    transaction_id: `t${index}`,
  })),
  inventory: [{ product_id: "p0", current_stock: 3, unit_cost: 2 }],
};

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

describe("every analysis and its file", () => {
  it("stand in the registry and in the folder alike", () => {
    const registered = analyses.map((analysis) => `${analysis.name.replaceAll("_", "-")}.sql`);
    expect(registered.toSorted()).toEqual(files.toSorted());
    for (const analysis of analyses) {
      expect(analysis.query.name).toBe(analysis.name);
      expect(analysis.query.text).toBe(textOf(`${analysis.name.replaceAll("_", "-")}.sql`));
      expect(analysisNamed(analysis.name)).toBe(analysis);
    }
  });

  it("are refused by a sentence when there is none of that name", () => {
    expect(() => analysisNamed("horoscope")).toThrow(AnalysisError);
    expect(() => analysisNamed("horoscope")).toThrow(/horoscope, which this version of Lucid does not have/);
  });

  it.each(files)("begin with the question and the grain: %s", (file) => {
    const [question, grain] = textOf(file).split("\n");
    expect(question).toMatch(/^-- [A-Z].*\?$/);
    expect(grain).toMatch(/^-- Grain: /);
  });

  it("say every parameter in their phrase, and only those", () => {
    for (const { phrase, query } of analyses) {
      expect(phraseParams(phrase).toSorted()).toEqual(Object.keys(query.params).toSorted());
    }
  });
});

describe.each(READINGS)("over sold_at as $soldAt and texts as $text", (reading) => {
  it.each(queries)("$name gives the columns it declares, of no data as of some", async (query) => {
    const declared = query.columns.map(({ name, kind }) => ({ name, kind }));
    for (const relations of [{}, { inventory: shop.inventory ?? [] }, shop]) {
      await buildRelations(engine, relations, reading);
      const table = await engine.runText(query.text, paramLiterals(query, toParams(query, {})));
      expect(table.columns.map(({ name, kind }) => ({ name, kind }))).toEqual(declared);
    }
  });

  it("a category is a value whatever it looks like", async () => {
    await buildRelations(engine, shop, reading);
    const { query } = analysisNamed("best_sellers");
    for (const [index, category] of HOSTILE.entries()) {
      const rows = await rowsOf(engine, query, { category });
      expect(rows.map(({ product_id, category }) => ({ product_id, category }))).toEqual([
        { product_id: `p${index}`, category },
      ]);
    }
    expect(await rowsOf(engine, query, { category: "none of these" })).toEqual([]);
    expect(await rowsOf(engine, query)).toHaveLength(HOSTILE.length);
  });
});

describe("a name as parameter", () => {
  const named = queries.flatMap((query) =>
    Object.entries(query.params).flatMap(([name, { kind }]) =>
      ["category", "store", "product", "table"].includes(kind) ? [{ query, name }] : [],
    ),
  );

  it("is asked for by some", () => {
    expect(named.map(({ query, name }) => `${query.name}.${name}`)).toEqual([
      "best_sellers.category",
      "trends.category",
      "trends.store",
      "trends.product",
      "inventory_velocity.store",
      "reorder.store",
      "profile.table",
    ]);
  });

  it.each(named)("$name never changes the shape of $query.name, nor the data", async ({ query, name }) => {
    await buildRelations(engine, shop);
    const declared = query.columns.map((column) => column.name);
    for (const value of HOSTILE) {
      const table = await engine.runText(query.text, paramLiterals(query, toParams(query, { [name]: value })));
      expect(table.columns.map((column) => column.name)).toEqual(declared);
    }
    const lines = await engine.runText("select count(*)::bigint as lines from sales");
    expect(lines.rows).toEqual([{ lines: HOSTILE.length }]);
  });
});

describe("a parameter out of bounds", () => {
  it.each(queries)("of $name is refused with a sentence and a hint", (query) => {
    for (const [name, codec] of Object.entries(query.params)) {
      const { min, max, kind, label } = codec;
      const wrong: unknown[] =
        min === null || max === null ? ["", null, 7] : [min - 1, max + 1, Number.NaN, "many", "", null];
      if (kind === "period" || kind === "choice") wrong.push(...HOSTILE, "2026-13", "2026-02-30..2026-03-01");
      if (kind === "integer") wrong.push(2.5);
      for (const value of wrong) {
        const asking = () => toParams(query, { [name]: value });
        expect(asking, `${name} = ${String(value)}`).toThrow(QueryError);
        expect(asking).toThrow(new RegExp(`^${label} .*\\.$`));
      }
    }
  });
});
