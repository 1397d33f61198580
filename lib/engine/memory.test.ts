import { expect, it } from "vitest";
import { openNodeEngine } from "./node";

it("running out of memory is told as such, and leaves tables and engine alone", async () => {
  const engine = await openNodeEngine(120);
  await engine.execute("create table sales as select i from range(1000) as r(i)");
  const greedy =
    "select max(l) from (select list(i || 'some text to make it large') as l from range(20000000) as r(i))";
  await expect(engine.runText(greedy)).rejects.toMatchObject({
    kind: "memory",
    message: expect.stringContaining("more memory"),
    hint: expect.stringContaining("shorter period"),
  });
  expect((await engine.runText("select count(*) as n from sales")).rows).toEqual([{ n: 1000 }]);
});
