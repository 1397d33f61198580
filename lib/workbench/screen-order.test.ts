import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type NodeEngine, openNodeEngine } from "@/lib/engine/node";
import { identifier } from "@/lib/query/literal";
import { naturalKey, sortAsShown } from "./screen-order";

let engine: NodeEngine;
beforeAll(async () => {
  engine = await openNodeEngine();
  await engine.execute(`create table texts as select
    case when range % 97 = 0 then null
      else (['B', 'b', 'Ä', 'a-', 'a ', 'A_', 'z', '', 'é', 'e'])[1 + range * 7 % 10]
        || case when range % 3 = 0 then '0' else '' end || (range * 31 % 1201) end as "RowID",
    range as n
    from range(9000)`);
});
afterAll(() => engine.close());

const wordsOf = async (text: string) => (await engine.runText(text)).rows.map(({ word }) => word);

describe("rows in the order of the screen", () => {
  it.each(["ascending", "descending"] as const)(
    "stand %s as its own texts do, numbers in them counted",
    async (direction) => {
      const { rows } = await engine.runText('select "RowID" as word, n from texts');
      const { compare } = new Intl.Collator("de-DE", { numeric: true });
      const sign = direction === "ascending" ? 1 : -1;
      const expected = [...rows].sort(({ word: a }, { word: b }) =>
        a === null || b === null ? Number(a === null) - Number(b === null) : sign * compare(String(a), String(b)),
      );
      await sortAsShown({
        engine,
        table: identifier("texts"),
        names: ["RowID", "n"],
        sort: { column: "RowID", direction },
        isText: true,
        locale: "de-DE",
        made: "made",
        places: "places",
      });
      expect((await engine.runText('select "RowID" as word, n from made')).rows).toEqual(expected);
    },
  );

  it("are near it where the engine alone makes it", async () => {
    const words = "values ('B10'), ('b2'), ('É3'), ('e20'), ('x007'), ('x8'), ('x6'), ('12345678901234567890'), ('9')";
    expect(await wordsOf(`select word from (${words}) as t(word) order by ${naturalKey("word")}`)).toEqual([
      "9",
      "12345678901234567890",
      "b2",
      "B10",
      "É3",
      "e20",
      "x6",
      "x007",
      "x8",
    ]);
  });
});
