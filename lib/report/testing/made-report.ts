import type { Column, Unit, ValueKind } from "@/lib/query/column";
import type { Report } from "../report";

function columnOf(name: string, label: string, kind: ValueKind, unit: Unit = "none", hidden = false): Column {
  return { name, label, kind, unit, hidden };
}

const revenue = columnOf("revenue", "Revenue", "decimal", "money");

/** A report of a made-up shop with a cell of every kind. `name` stands wherever a person's own words can. */
export function madeReport(name = "Tea"): Report {
  const words = {
    answer: [
      { text: name, strong: true },
      { text: " leads.", strong: false },
    ],
    notes: [name],
  };
  const empty = { comparison: null, figures: null, insights: null, chart: null, table: null, explanation: null };
  const asking = (analysis: string) => ({ kind: "analysis" as const, analysis, params: { limit: 3 }, inputs: {} });
  return {
    title: `${name} report`,
    locale: "en-GB",
    currency: "GBP",
    asOf: "2026-06-30",
    madeAt: 1_782_900_000_000,
    lede: `6 months of sales of ${name}.`,
    explanation: { sentences: [{ part: "explanation", text: `${name} sells.` }], by: "Written from rules." },
    sources: [
      {
        fileName: `${name}.csv`,
        readAs: `Read ${name}.`,
        lines: 7,
        kept: 5,
        rejected: 1,
        excluded: 1,
        warnings: [name],
      },
    ],
    cells: [
      {
        ...empty,
        kind: "result",
        name: "overview",
        title: "Overview",
        asking: asking("overview"),
        asked: "",
        caution: null,
        ...words,
        figures: {
          big: [
            {
              metric: "net_revenue",
              label: "Net revenue, Jun 2026",
              value: "1234.5",
              column: revenue,
              period: "2026-06",
              changes: [{ percent: -2.1, against: "on May 2026", detail: "Compared with May 2026." }],
              lessIsBetter: false,
            },
          ],
          whole: [
            {
              metric: "orders",
              label: "Orders",
              value: 12,
              column: columnOf("orders", "Orders", "integer", "count"),
              period: null,
              changes: [],
            },
          ],
          wholeLabel: "All the data",
        },
      },
      {
        ...empty,
        kind: "result",
        name: "insights",
        title: "Insights",
        asking: asking("insights"),
        asked: "",
        caution: null,
        ...words,
        insights: {
          total: 2,
          shown: [
            {
              id: "dead_stock_P1",
              category: "risk",
              title: `${name} has not sold for 91 days`,
              finding: words.answer,
              action: `Mark ${name} down.`,
              confidence: "high",
              stake: { amount: 1 / 3, words: "tied up" },
            },
          ],
        },
      },
      {
        ...empty,
        kind: "result",
        name: "best_sellers",
        title: `Best sellers of ${name}`,
        asking: { ...asking("best_sellers"), inputs: { period: "period" } },
        asked: "Top 3 by quantity",
        caution: "These figures are older than the last change of the notebook.",
        ...words,
        comparison: {
          measure: "revenue",
          label: "Net revenue",
          value: "9.50",
          column: revenue,
          changes: [],
          lessIsBetter: false,
        },
        chart: { type: "bars", label: "product", value: "revenue" },
        table: {
          columns: [
            columnOf("product", name, "text"),
            revenue,
            columnOf("share", "Share", "double", "share"),
            columnOf("last_sold_on", "Last sold", "date"),
          ],
          values: [
            [name, "Salt", "Rice"],
            ["20.10", "5", "-0.05"],
            [72 / 145, 1 / 3, null],
            ["2026-06-30", null, "2026-06-01"],
          ],
          total: 40,
          ending: [null, "25.05", null, null],
        },
        explanation: { sentences: [{ part: "guidance", text: `Order ${name}.` }], by: name },
      },
      { kind: "note", name: "note", title: name, text: `# ${name}\n\n**bold** [link](https://example.org)` },
      { kind: "input", name: "period", title: "Period", input: "period", value: "2026-06", words: "June 2026" },
      {
        ...empty,
        kind: "result",
        name: "own_query",
        title: "Own query",
        asking: { kind: "sql", sql: `select '${name}'` },
        asked: "",
        caution: null,
        answer: [],
        notes: [],
        table: { columns: [columnOf("n", name, "integer")], values: [[1]], total: 1, ending: null },
      },
    ],
  };
}
