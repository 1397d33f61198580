import { expect, it } from "vitest";
import { openNodeEngine } from "@/lib/engine/node";
import { RESERVED_WORDS, writtenName } from "./written-name";

it("a name is quoted where the engine would not take it bare, and only there", () => {
  expect(["sales", "größe", "_x1", "left", "Order", "two words", "1st", 'a"b', ""].map(writtenName)).toEqual([
    "sales",
    "größe",
    "_x1",
    '"left"',
    '"Order"',
    '"two words"',
    '"1st"',
    '"a""b"',
    '""',
  ]);
});

it("the reserved words are those of the shipped engine, and each can be read once it is quoted", async () => {
  const engine = await openNodeEngine();
  const { rows } = await engine.runText(
    "select keyword_name as word from duckdb_keywords() where keyword_category in ('reserved', 'type_function') order by all",
  );
  expect([...RESERVED_WORDS].sort()).toEqual(rows.map(({ word }) => word));
  for (const word of RESERVED_WORDS) {
    const name = writtenName(word);
    const { columns } = await engine.runText(
      `with ${name} as (select 1 as ${name}) select ${name}.${name} from ${name}`,
    );
    expect(columns.map((column) => column.name)).toEqual([word]);
  }
});
