import { beforeAll, describe, expect, it } from "vitest";
import { type NodeEngine, openNodeEngine } from "@/lib/engine/node";
import { quoteLiteral } from "@/lib/query/literal";
import { dateSql, timeOfDaySql } from "./date-sql";
import { dateShape } from "./dates";
import { countSql, numberSql, roundedSql } from "./number-sql";
import { readNumber } from "./numbers";
import type { DateOrder, DecimalMark } from "./plan";
import { readCount } from "./units";

let engine: NodeEngine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

async function valuesOf(texts: readonly string[], sql: (text: string) => string): Promise<(string | null)[]> {
  const values = texts.map((text, index) => `(${index}, ${quoteLiteral(text)})`).join(", ");
  const { rows } = await engine.runText(
    `select (${sql("t")})::varchar as v from (values ${values}) as x(i, t) order by i`,
  );
  return rows.map((row) => (row.v === null ? null : String(row.v)));
}

const numbers = (mark: DecimalMark, texts: readonly string[]) =>
  valuesOf(texts, (text) => numberSql(text, "decimal(18, 4)", mark));

describe("numbers in SQL", () => {
  it.each([
    [
      "point",
      {
        "1234.5": "1234.5000",
        " -3 ": "-3.0000",
        "$1,234.50": "1234.5000",
        "(33.62)": "-33.6200",
        "12.50-": "-12.5000",
      },
    ],
    [
      "point",
      {
        "-$1,148": "-1148.0000",
        "$ -5": "-5.0000",
        "₹1,23,456.00": "123456.0000",
        "1 234.5": "1234.5000",
        "1e3": "1000.0000",
      },
    ],
    [
      "point",
      { "1.234,50": null, "12abc": null, "1,5": null, "2 pcs": null, ERROR: null, "": null, "-": null, "10%": null },
    ],
    [
      "comma",
      {
        "1.234,50": "1234.5000",
        "1.234": "1234.0000",
        "0,5": "0.5000",
        "€ 12,00": "12.0000",
        "(3,5)": "-3.5000",
        "12": "12.0000",
      },
    ],
    ["comma", { "1,234.50": null, x: null, "": null }],
  ] as const)("are read by the decimal %s: %j", async (mark, expected) => {
    expect(await numbers(mark, Object.keys(expected))).toEqual(Object.values(expected));
  });

  it("agree with the numbers a sample was judged by", async () => {
    const texts = [
      "12",
      "-1.5",
      "$3",
      "(4)",
      "5-",
      "1,000",
      "1,00",
      "1 000",
      "£ 7.25",
      "x",
      "--2",
      "1.2.3",
      "USD 9",
      "9 EUR",
      "Rs. 1,200/-",
      "12 euros",
      "1'234.50",
      "1.234,50",
      "1 234,50",
      "'12",
      "१२३",
      "１２３",
      "−5",
      "1e3",
      "10%",
    ];
    for (const mark of ["point", "comma"] as const) {
      const read = await numbers(mark, texts);
      expect(read.map((value) => (value === null ? null : Number(value)))).toEqual(
        texts.map((text) => readNumber(text, mark)),
      );
    }
  });

  it("have units behind them where they are quantities, as the sample is read", async () => {
    const texts = [
      "3 Nos",
      "1.5 kg",
      "1,5 kg",
      "12 pcs",
      "2 Stk",
      "2 St.",
      "10 un",
      "5個",
      "１２個",
      "4 Stück",
      "4 STÜCK",
      "(3) pcs",
      "-2 Box",
      "1,200 Pkts",
      "5.000 KGS",
      "7",
      "-1.5",
      "x kg",
      "kg",
      "3 blind mice",
      "3 mugs",
      "12abc",
      "5\u00A0pcs",
      "2024-01-05 pcs",
      "",
    ];
    for (const mark of ["point", "comma"] as const) {
      const read = await valuesOf(texts, (text) => countSql(text, "decimal(18, 4)", mark));
      expect(read.map((value) => (value === null ? null : Number(value)))).toEqual(
        texts.map((text) => readCount(text, mark)),
      );
    }
    expect(["3 Nos", "1.5 kg", "5個", "(3) pcs", "3 mugs"].map((text) => readCount(text))).toEqual([
      3,
      1.5,
      5,
      -3,
      null,
    ]);
  });

  it("round half away from zero beyond four decimals, which is noticed unless zeros were cut", async () => {
    expect(await numbers("point", ["0.00005", "-0.00005", "1.23454", "2.50000"])).toEqual([
      "0.0001",
      "-0.0001",
      "1.2345",
      "2.5000",
    ]);
    expect(await valuesOf(["0.00005", "1.23454", "2.50000", "1.2345"], (text) => roundedSql(text, 4, "point"))).toEqual(
      ["true", "true", "false", "false"],
    );
  });

  it("are null when they are too large to be kept exactly", async () => {
    expect(await numbers("point", ["999999999999999.5"])).toEqual([null]);
  });
});

describe("dates in SQL", () => {
  const dates = (order: DateOrder, seen: string, texts: readonly string[]) => {
    const shape = dateShape(seen);
    return valuesOf(texts, (text) => dateSql({ text, shapes: shape ? [shape] : [], order, newestYear: 2027 }));
  };

  it.each([
    [
      "year-first",
      "2024-03-01",
      { "2024-03-01": "2024-03-01 00:00:00", " 2024-3-1 ": "2024-03-01 00:00:00", "2024-02-30": null, x: null },
    ],
    [
      "year-first",
      "2024-03-01 08:05:09",
      {
        "2024-03-01 08:05:09": "2024-03-01 08:05:09",
        "2024-03-01T08:05": "2024-03-01 08:05:00",
        "2024-03-01": "2024-03-01 00:00:00",
      },
    ],
    [
      "year-first",
      "2024-03-01 10:00:00 +0200",
      { "2024-03-01 10:00:00 +0200": "2024-03-01 10:00:00", "2024-03-01T23:30:00Z": "2024-03-01 23:30:00" },
    ],
    [
      "day-first",
      "03/01/19",
      {
        "03/01/19": "2019-01-03 00:00:00",
        "31/12/99": "1999-12-31 00:00:00",
        "1/2/2020": "2020-02-01 00:00:00",
        "01/13/19": null,
      },
    ],
    [
      "month-first",
      "04/19/19 08:46",
      { "04/19/19 08:46": "2019-04-19 08:46:00", "4/1/19": "2019-04-01 00:00:00", "19/04/19 08:46": null },
    ],
    ["day-first", "31.12.2023", { "31.12.2023": "2023-12-31 00:00:00", "31.12.23 18:30": "2023-12-31 18:30:00" }],
    ["month-first", "1/2/2024 5:07 PM", { "1/2/2024 5:07 PM": "2024-01-02 17:07:00" }],
    ["year-first", "2023-Nov-24", { "2023-Nov-24": "2023-11-24 00:00:00", "2023-November-24": "2023-11-24 00:00:00" }],
    [
      "year-first",
      "1-Jan-2015",
      { "1-Jan-2015": "2015-01-01 00:00:00", "31-Dec-15": "2015-12-31 00:00:00", "31-Foo-2015": null },
    ],
    [
      "year-first",
      "Nov 24, 2023",
      { "Nov 24, 2023": "2023-11-24 00:00:00", "November 24, 2023": "2023-11-24 00:00:00" },
    ],
    ["year-first", "2024/03/01", { "2024/03/01": "2024-03-01 00:00:00" }],
  ] as const)("are read %s like %s", async (order, seen, expected) => {
    expect(await dates(order, seen, Object.keys(expected))).toEqual(Object.values(expected));
  });

  it.each([
    ["Mon, 30 Jun 2026", "2026-06-30 00:00:00"],
    ["Tuesday 30 June 2026", "2026-06-30 00:00:00"],
    ["30 juin 2026", "2026-06-30 00:00:00"],
    ["30. Juni 2026", "2026-06-30 00:00:00"],
    ["30 de junio de 2026", "2026-06-30 00:00:00"],
    ["30 giugno 2026", "2026-06-30 00:00:00"],
    ["20 mei 2026", "2026-05-20 00:00:00"],
    ["30 जून 2026", "2026-06-30 00:00:00"],
    ["30 Haziran 2026", "2026-06-30 00:00:00"],
    ["30 Agustus 2026", "2026-08-30 00:00:00"],
    ["15 MAYIS 2026", "2026-05-15 00:00:00"],
    ["1 março 2026", "2026-03-01 00:00:00"],
    ["2026年6月30日", "2026-06-30 00:00:00"],
    ["2026年06月30日 14時30分", "2026-06-30 14:30:00"],
    ["20260630", "2026-06-30 00:00:00"],
    ["20260630 143005", "2026-06-30 14:30:05"],
    ["30Jun2026", "2026-06-30 00:00:00"],
    ["30-Jun-26", "2026-06-30 00:00:00"],
    ["30.06.2026 14.30", "2026-06-30 14:30:00"],
    ["30/06/26 2:05 p.m.", "2026-06-30 14:05:00"],
    ["Jun 30 2026 2 PM", "2026-06-30 14:00:00"],
    ["2026-06-30 14:30:00 PDT", "2026-06-30 14:30:00"],
    ["2026-06-30 14:30 GMT+2", "2026-06-30 14:30:00"],
    ["Mon Jun 30 2026 14:05:07 GMT+0200 (Central European Summer Time)", "2026-06-30 14:05:07"],
    ["٣٠/٠٦/٢٠٢٦", "2026-06-30 00:00:00"],
    ["30 Foo 2026", null],
    ["Room 30 Jun 2026", null],
    ["30/06", null],
    ["1/2-2024", null],
  ])("are read in any common form, as the sample is: %s", async (text, expected) => {
    const read = await valuesOf([text], (sql) =>
      dateSql({ text: sql, shapes: [], order: "day-first", newestYear: 2027 }),
    );
    expect(read).toEqual([expected]);
    expect(dateShape(text) === null).toBe(expected === null);
  });

  it("of four digits stay in their century", async () => {
    expect(await dates("day-first", "01/02/2019", ["01/02/2045"])).toEqual(["2045-02-01 00:00:00"]);
  });

  it.each([
    ["14:30", "14:30:00"],
    ["2:05:07 PM", "14:05:07"],
    ["12:05 am", "00:05:00"],
    ["0.604166", "14:30:00"],
    ["1899-12-30 08:15:00", "08:15:00"],
    ["soon", null],
  ])("have their time of day in a column of its own: %s", async (text, expected) => {
    const read = await valuesOf([text], (sql) =>
      timeOfDaySql(sql, { shapes: [], order: "day-first", newestYear: 2027 }),
    );
    expect(read).toEqual([expected]);
  });

  it("of two-digit years never lie in the far future", async () => {
    expect(await dates("day-first", "01/02/19", ["01/02/27", "01/02/45", "01/02/70"])).toEqual([
      "2027-02-01 00:00:00",
      "1945-02-01 00:00:00",
      "1970-02-01 00:00:00",
    ]);
  });
});
