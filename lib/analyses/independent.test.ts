import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type NodeEngine, openNodeEngine } from "@/lib/engine/node";
import { dropSet, setNamed } from "@/lib/ingest/testing/drop-set";
import { present } from "@/lib/ingest/testing/real-sets";
import type { Column, Value } from "@/lib/query/column";
import { type Query, toParams } from "@/lib/query/query";
import type { Row } from "@/lib/query/result";
import { tell, textTable } from "@/lib/std/testing/tell";
import type { Analysis, Facts } from "./analysis";
import { factsQuery, toFacts } from "./facts";
import { analyses } from "./registry";
import { rowsOf } from "./testing/ask";
import { answerIndependently, copyRelations } from "./testing/independent-answer";
import { type Native, openNative } from "./testing/native";

if (!present) tell("Real data is not here: the comparison with independent SQL is skipped.");

interface AskedSet {
  name: string;
  /** Files dropped beside those of the set's figures. */
  beside?: readonly string[];
  /** Analyses that the set holds nothing for, and why. */
  nothing: Readonly<Record<string, string>>;
}

const NO_TABLE = { profile: "no ordinary table" };
const NO_RETURNS = { returns: "no returned line" };
const ASKED_SETS: readonly AskedSet[] = [
  { name: "uci-online-retail", nothing: NO_TABLE },
  { name: "superstore", nothing: { ...NO_TABLE, ...NO_RETURNS } },
  {
    name: "northwind (flat)",
    beside: ["northwind-mssql/derived_flat_inventory.csv"],
    nothing: { ...NO_TABLE, ...NO_RETURNS },
  },
  { name: "classicmodels", nothing: NO_RETURNS },
  {
    name: "maven-toys",
    nothing: {
      ...NO_TABLE,
      ...NO_RETURNS,
      dead_stock: "all stock sold within 90 days",
      baskets: "a line a transaction",
      customer_segments: "no customer",
      cohorts: "no customer",
    },
  },
];

const OF_STOCK = ["inventory_velocity", "dead_stock", "reorder", "insights"];
const OF_COST = [...OF_STOCK, "profitability"];

/** What an analysis could not be asked about, for want of it. */
function lacksOf(name: string, facts: Facts): string {
  const lacks = [
    facts.hasInventory || !OF_STOCK.includes(name) ? [] : ["no stock"],
    facts.hasCost || !OF_COST.includes(name) ? [] : ["no cost"],
  ];
  return lacks.flat().join(", ");
}

/** What each analysis is asked beside its defaults. */
const ASKED: Readonly<Record<string, readonly Record<string, unknown>[]>> = {
  best_sellers: [{ limit: 1000, sort_by: "revenue" }],
  revenue_contribution: [{ limit: 1000 }, { by: "category" }],
  trends: [
    { metric: "quantity", grain: "week", periods: 400 },
    { metric: "orders", grain: "month", periods: 400 },
    { metric: "average_order_value", grain: "quarter", periods: 400 },
    { metric: "profit", grain: "day", periods: 400 },
  ],
  seasonality: [{ min_score: 0 }],
  dead_stock: [{ days_threshold: 30 }],
  profitability: [{ by: "category" }],
  forecast: [{ metric: "quantity", grain: "week", horizon: 8 }],
  reorder: [{ service_level: "99", lead_time_days: 60 }],
  price_volume_mix: [{ grain: "quarter", against: "year_before" }],
  category_mix: [{ grain: "quarter", against: "year_before" }],
  returns: [{ limit: 1000 }],
  weekday_hour: [{ metric: "orders" }, { metric: "quantity" }],
  insights: [{ rate_over_days: 30, dead_after_days: 10, lead_time_days: 60 }],
  baskets: [{ limit: 1000, sort_by: "baskets" }],
  cohorts: [{ cohorts: 120 }],
};

/** Below this a double stands for 0: what is left of a difference of equals. */
const ROUNDING = 1e-12;

function isEqual(found: Value, expected: Value, { kind }: Column): boolean {
  if (kind !== "double" || typeof found !== "number" || typeof expected !== "number") return found === expected;
  return Math.abs(found - expected) <= Math.max(1e-9 * Math.max(Math.abs(found), Math.abs(expected)), ROUNDING);
}

interface Compared {
  rows: number;
  cells: number;
  differing: string[];
}

/** Compares every cell of two answers, a row by its place; a row too few or too many differs in all its cells. */
function compare(columns: readonly Column[], found: readonly Row[], expected: readonly Row[]): Compared {
  const rows = Math.max(found.length, expected.length);
  const differing: string[] = [];
  for (let at = 0; at < rows; at += 1) {
    for (const column of columns) {
      const [one, other] = [found[at]?.[column.name], expected[at]?.[column.name]];
      if (one === undefined || other === undefined || !isEqual(one, other, column))
        differing.push(`${column.name} of row ${at + 1}: ${one} here, ${other} independently`);
    }
  }
  return { rows, cells: rows * columns.length, differing };
}

/** Those ordered by a double: its last bit may move rows that are alike, so the order is that of the double alone. */
const ORDERED_BY: Readonly<Record<string, string>> = {
  seasonality: "score",
  inventory_velocity: "turnover_rate",
  reorder: "days_of_cover",
};

/** Compares two answers to one question, and the order of their rows. */
function compareAnswers({ name, columns }: Query, found: readonly Row[], expected: readonly Row[]): Compared {
  const orderedBy = columns.filter((column) => column.name === ORDERED_BY[name]);
  if (orderedBy.length === 0) return compare(columns, found, expected);
  const byId = (rows: readonly Row[]) =>
    rows.toSorted((a, b) => (String(a.product_id) < String(b.product_id) ? -1 : 1));
  const cells = compare(columns, byId(found), byId(expected));
  return { ...cells, differing: [...cells.differing, ...compare(orderedBy, found, expected).differing] };
}

const table: Record<string, string | number>[] = [];
let engine: NodeEngine;
let native: Native;

/** Asks every question here and independently. */
async function compareAnalysis(
  { query, derive }: Analysis,
  questions: readonly Record<string, unknown>[],
): Promise<Compared> {
  const all: Compared = { rows: 0, cells: 0, differing: [] };
  for (const given of questions) {
    const asked = await rowsOf(engine, query, given);
    const found = derive ? derive(asked, toParams(query, given)) : asked;
    const { rows, cells, differing } = compareAnswers(query, found, await answerIndependently(native, query, given));
    all.rows += rows;
    all.cells += cells;
    all.differing.push(...differing.map((each) => `${JSON.stringify(given)} ${each}`));
  }
  return all;
}

beforeAll(async () => {
  if (!present) return;
  engine = await openNodeEngine();
  native = await openNative();
});
afterAll(() => {
  if (table.length > 0) tell(textTable(table));
});

describe.skipIf(!present).each(ASKED_SETS)(
  "over $name, independent SQL on native DuckDB",
  ({ name, beside, nothing }) => {
    let facts: Facts;
    beforeAll(async () => {
      await dropSet(engine, setNamed(name), beside);
      await copyRelations(engine, native);
      facts = toFacts(await engine.run(factsQuery, {}));
    });

    it.each(analyses)("agrees with every cell of $name", async (analysis) => {
      const isAskable = !(analysis.name in nothing);
      const questions = [{}, ...(isAskable ? (ASKED[analysis.name] ?? []) : [])];
      const { rows, cells, differing } = await compareAnalysis(analysis, questions);
      table.push({
        set: name,
        analysis: analysis.name,
        rows,
        columns: analysis.query.columns.length,
        cells,
        differing: differing.length,
        lacks: nothing[analysis.name] ?? lacksOf(analysis.name, facts),
      });
      expect(rows > 0).toBe(isAskable);
      expect(differing.slice(0, 10)).toEqual([]);
    });
  },
);
