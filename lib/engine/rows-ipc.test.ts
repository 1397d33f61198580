import { beforeAll, describe, expect, it } from "vitest";
import type { Column, ValueKind } from "@/lib/query/column";
import { type NodeEngine, openNodeEngine } from "./node";
import { rowsIpc } from "./rows-ipc";

let engine: NodeEngine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

const QUERY = `
  select case when i % 3 = 0 then null else 'Chai ₹ ' || i end as word, i - 5 as whole,
    case when i = 4 then null else (i * -1234567890123.4567)::decimal(30, 4) end as amount, i / 7.0::double as ratio,
    case when i % 4 = 1 then null else i % 2 = 0 end as even, date '1969-12-28' + i::integer as day,
    timestamp '1969-12-31 23:59:55.000250' + interval (i) second as at, null::varchar as nothing
  from (select unnest(range(20)) as i) order by i`;

describe("rowsIpc", () => {
  it("makes a table of rows that holds the same rows", async () => {
    const { columns, rows } = await engine.runText(QUERY);
    await engine.load("back", rowsIpc(columns, rows));
    expect((await engine.runText("from back")).rows).toEqual(rows);
    expect((await engine.runText("select sum(amount) as s, count(even) as n, max(day) as d from back")).rows).toEqual(
      (await engine.runText(`select sum(amount) as s, count(even) as n, max(day) as d from (${QUERY})`)).rows,
    );
  });

  it("makes a table without rows that still has its columns", async () => {
    const kinds: ValueKind[] = ["text", "integer", "decimal", "double", "boolean", "date", "timestamp"];
    const columns = kinds.map((kind): Column => ({ name: kind, label: kind, kind, unit: "none", hidden: false }));
    await engine.load("empty", rowsIpc(columns, []));
    const table = await engine.runText("from empty");
    expect(table.columns.map(({ kind }) => kind)).toEqual(kinds);
    expect(table.rows).toEqual([]);
  });
});
