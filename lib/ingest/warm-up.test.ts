import { expect, it } from "vitest";
import { openNodeEngine } from "@/lib/engine/node";
import { warmUp } from "./warm-up";

it("warming up leaves nothing in the engine", async () => {
  const engine = await openNodeEngine();
  await warmUp(engine);
  const { rows } = await engine.runText(
    "select (select count(*) from duckdb_tables()) as tables, (select count(*) from duckdb_types() where not internal) as types",
  );
  expect(rows).toEqual([{ tables: 0, types: 0 }]);
  await engine.close();
});
