import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import { PLAIN } from "@/lib/ingest/plan";
import { readTable } from "@/lib/ingest/read-table";
import { WALKS_HERE } from "@/lib/ingest/text-walks";
import type { DataSetId } from "@/lib/notebook/ids";
import { identifier } from "@/lib/query/literal";
import { firstQuestion } from "./first-question";
import { knownColumns } from "./known-columns";
import type { KnownColumn } from "./telling-columns";

const lines = 1000;
const column = (name: string, holds: string, given: Partial<KnownColumn> = {}): KnownColumn => ({
  name,
  holds,
  lines,
  filled: lines,
  distinct: 900,
  minimum: holds.startsWith("date") ? "2024-01-01" : "0.5",
  maximum: holds.startsWith("date") ? "2025-12-31" : "98.5",
  ...given,
});
const country = column("Country", "text", { distinct: 8, minimum: "Austria", maximum: "Spain" });
const score = column("Score", "number");
const day = column("Day", "date");

const asked = (...columns: KnownColumn[]) => firstQuestion("survey", columns);

describe("the first question to a table", () => {
  it("is how many lines fall into each period, with the average of what is measured", () => {
    expect(asked(country, score, day)).toEqual({
      title: "Lines by month",
      sql: `select
  date_trunc('month', "Day")::date as month,
  count(*) as lines,
  round(avg("Score"), 2) as "Average Score"
from survey
where "Day" is not null
group by all
order by month`,
      chart: {
        title: "Chart of lines by month",
        drawing: { type: "line", x: "month", y: "lines", group: null, aggregate: "none" },
      },
    });
  });

  it.each([
    ["day", "2025-01-01", "2025-02-20"],
    ["month", "2023-01-15", "2025-02-20"],
    ["year", "1970-01-15", "2025-02-20"],
  ])("goes by %s where the days span %s to %s", (grain, minimum, maximum) => {
    expect(asked({ ...day, minimum, maximum })?.title).toBe(`Lines by ${grain}`);
  });

  it("passes days over that are too few or too empty for a line", () => {
    expect(asked(country, { ...day, minimum: "2025-01-01", maximum: "2025-01-02" })?.title).toBe("Lines by Country");
    expect(asked(country, { ...day, filled: 12 })?.title).toBe("Lines by Country");
  });

  it("is else how many lines there are of each kind, the most first", () => {
    expect(asked(column("Comment", "text", { distinct: 700 }), country)).toEqual({
      title: "Lines by Country",
      sql: `select
  "Country",
  count(*) as lines
from survey
group by all
order by lines desc, 1`,
      chart: {
        title: "Chart of lines by Country",
        drawing: { type: "bars", x: "Country", y: "lines", group: null, aggregate: "none" },
      },
    });
  });

  it("prefers words to yes and no, and those to ratings", () => {
    const member = column("Member", "yes/no", { distinct: 2 });
    const rating = column("Rating", "whole number", { distinct: 5, minimum: "1", maximum: "5" });
    expect(asked(rating, member, country)?.title).toBe("Lines by Country");
    expect(asked(rating, member)?.sql).toContain("order by 1");
    expect(asked(member)?.title).toBe("Lines by Member");
  });

  it("takes another name for the count where the column has it", () => {
    expect(asked({ ...country, name: "Lines" })?.sql).toContain("count(*) as number_of_lines");
  });

  it("is else what is largest, by name", () => {
    const river = column("River", "text", { lines: 4, filled: 4, distinct: 4 });
    const long = column("Length km", "whole number", {
      lines: 4,
      filled: 4,
      distinct: 4,
      minimum: "2850",
      maximum: "6650",
    });
    const question = asked(river, long);
    expect(question?.sql).toBe(`select "River", "Length km"
from survey
where "Length km" is not null
order by "Length km" desc, 1
limit 20`);
    expect(question?.chart?.drawing).toMatchObject({ type: "bars", x: "River", y: "Length km" });
  });

  it("is else how a number is spread, in round steps", () => {
    expect(asked(score)?.sql).toContain(`floor("Score" / 5) * 5 as at_least`);
    expect(asked({ ...score, minimum: "0", maximum: "0.3" })?.sql).toContain(`floor("Score" / 0.02) * 0.02`);
  });

  it("reckons with no numbers that name things, years or lines", () => {
    const numbered = column("Response", "whole number", { distinct: 1000, minimum: "100000", maximum: "100999" });
    const year = column("Founded", "whole number", { distinct: 60, minimum: "1950", maximum: "2024" });
    const zip = column("shopZip", "whole number");
    const constant = column("Constant", "number", { distinct: 1 });
    expect(asked(numbered, year, zip, constant)).toEqual({
      title: "First lines",
      sql: "from survey\nlimit 100",
      chart: null,
    });
  });

  it("is none to a table without columns", () => {
    expect(asked()).toBeNull();
  });
});

const FILES: Readonly<Record<string, string>> = {
  days: `When,"say ""hi""",Lines\n${Array.from({ length: 90 }, (_, at) => `2026-0${1 + (at % 3)}-${String(1 + (at % 28)).padStart(2, "0")} 10:${String(at % 60).padStart(2, "0")},${at % 7}.5,${at}`).join("\n")}\n`,
  kinds: `Lines,x\n${Array.from({ length: 40 }, (_, at) => `${["red", "blue"][at % 2]},${at}.25`).join("\n")}\n`,
  rivers: "River,Length km\nNile,6650\nAmazon,6400\nDanube,2850\n",
  spread: `Height\n${Array.from({ length: 300 }, (_, at) => (150 + ((at * 7919) % 500) / 10).toFixed(1)).join("\n")}\n`,
  empty: "a,b\n",
};

describe("in the engine", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openNodeEngine();
  });
  afterAll(async () => {
    await engine.close();
  });

  it.each(Object.entries(FILES))(
    "the question to %s is answered, and its picture has its columns",
    async (id, text) => {
      const file = new File([text], `${id}.csv`);
      const columns = text
        .slice(0, text.indexOf("\n"))
        .split(",")
        .map((name) => name.replace(/^"|"$/g, "").replaceAll('""', '"'));
      const plan = { ...PLAIN, kind: "table", columns, mapping: {} } as const;
      await readTable(engine, file, plan, { id, walks: WALKS_HERE });
      const known = await knownColumns(engine, { id: id as DataSetId, kind: "table" });
      expect(known.map(({ name }) => name)).toEqual(columns);
      await engine.execute(`create or replace view ${identifier(`v_${id}`)} as from ${identifier(`table_${id}`)}`);
      const question = firstQuestion(`v_${id}`, known);
      const { rows, columns: asked } = await engine.runText(question?.sql ?? "", {});
      expect(rows.length).toBe({ days: 3, kinds: 2, rivers: 3, spread: 10, empty: 0 }[id]);
      const { x, y } = question?.chart?.drawing ?? {};
      const names = asked.map(({ name }) => name);
      for (const drawn of [x, y].filter((name) => name !== undefined)) expect(names).toContain(drawn);
    },
  );

  it("nothing is known of a table that is not there, nor of sales", async () => {
    expect(await knownColumns(engine, { id: "gone" as DataSetId, kind: "table" })).toEqual([]);
    expect(await knownColumns(engine, { id: "spread" as DataSetId, kind: "sales" })).toEqual([]);
  });
});
