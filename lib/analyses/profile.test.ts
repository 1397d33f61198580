import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import { profile } from "./profile";
import { analyses, shopAnalyses } from "./registry";
import { ask, cells } from "./testing/ask";
import { openNative } from "./testing/native";
import { buildRelations } from "./testing/relations";

const PROFILES = `
insert into profiles by name
select 'b.csv' as data_set, 0 as data_set_position, 2 as lines, 1 as position, 'Note' as column_name, 'text' as type,
  2 as filled, 0 as empty, 2 as distinct_values, true as distinct_is_exact, 'A' as minimum, 'B' as maximum,
  null as mean, 'A (1), B (1)' as top_values, null as histogram
union all by name
select 'a.csv' as data_set, 1 as data_set_position, 1030 as lines, 2 as position, 'Price' as column_name, 'number' as type,
  1000 as filled, 30 as empty, 900 as distinct_values, true as distinct_is_exact, '0.5' as minimum, '9.25' as maximum,
  4.125 as mean, '1 (3)' as top_values, '1000 0 0 0 0 0 0 0 0 0' as histogram
union all by name
select 'a.csv' as data_set, 1 as data_set_position, 1030 as lines, 1 as position, 'Gone' as column_name, 'text' as type,
  0 as filled, 1030 as empty, 0 as distinct_values, true as distinct_is_exact, null as minimum, null as maximum,
  null as mean, null as top_values, null as histogram`;

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});
beforeEach(async () => {
  await buildRelations(engine, {});
});

describe("the profile", () => {
  it("shows the columns of the first file by name in their order", async () => {
    await engine.execute(PROFILES);
    const { rows, answer, notes } = await ask(engine, profile);
    expect(cells(rows, "position", "column_name", "type", "filled", "minimum", "mean")).toEqual([
      [1, "Gone", "text", 0, null, null],
      [2, "Price", "number", 1000, "0.5", 4.125],
    ]);
    expect(answer).toBe("2 columns, 1,030 lines; 1 column is empty.");
    expect(notes).toEqual([]);
  });

  it("shows the columns of the file asked for, without those that say nothing", async () => {
    await engine.execute(PROFILES);
    const { rows, answer, shown, facts } = await ask(engine, profile, { table: "b.csv" });
    expect(cells(rows, "column_name", "top_values")).toEqual([["Note", "A (1), B (1)"]]);
    expect(answer).toBe("1 column, 2 lines; every column holds something.");
    expect(shown).not.toContain("mean");
    expect(shown).not.toContain("histogram");
    expect(facts.tables).toEqual(["a.csv", "b.csv"]);
  });

  it("says which file is no longer there", async () => {
    await engine.execute(PROFILES);
    const { rows, answer, notes } = await ask(engine, profile, { table: "c.csv" });
    expect(rows).toEqual([]);
    expect(answer).toBe("");
    expect(notes).toEqual(["c.csv is no longer in the notebook. Choose another table."]);
  });

  it("says what to add when no file is an ordinary table", async () => {
    const { notes } = await ask(engine, profile);
    expect(notes).toEqual(["No file here is an ordinary table. Add one, or read a file as a table in its import."]);
  });

  it("calls estimates what they are", async () => {
    await engine.execute(`${PROFILES}; update profiles set distinct_is_exact = false`);
    const { columns } = await ask(engine, profile);
    expect(columns.find(({ name }) => name === "distinct_values")?.label).toBe("Different values (about)");
  });

  it("gives the same on native DuckDB", async () => {
    const native = await openNative();
    await buildRelations(native, {});
    for (const each of [engine, native]) await each.execute(PROFILES);
    for (const table of ["first", "b.csv"]) {
      expect(await native.rows(profile.query, { table })).toEqual((await ask(engine, profile, { table })).rows);
    }
  });

  it("is asked of ordinary tables, not of a new shop's notebook", () => {
    expect(analyses).toContain(profile);
    expect(shopAnalyses).not.toContain(profile);
  });
});
