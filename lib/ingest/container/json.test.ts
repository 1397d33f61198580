import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openFile } from "../open-file";
import { JsonItems } from "./json-pieces";
import { encodeText, fileOf } from "./testing/encode-text";

async function opened(...parts: (string | Uint8Array<ArrayBuffer>)[]) {
  const { text, ...rest } = await openFile(fileOf("till.json", ...parts), { encoding: null, sheet: null });
  return { ...rest, text: await text.text() };
}

describe("a JSON document", () => {
  it.each([
    [
      "a list of objects",
      '[{"item": "tea", "price": 3}, {"item": "café", "price": 2.5}]',
      "item,price\ntea,3\ncafé,2.5\n",
    ],
    [
      "one object a line",
      '{"item": "tea", "price": 3}\n{"item": "café", "price": 2.5}\n',
      "item,price\ntea,3\ncafé,2.5\n",
    ],
    ["objects without lines", '{"a": 1} {"a": 2}{"a": 3}', "a\n1\n2\n3\n"],
    ["names in order of appearance", '[{"b": 1}, {"a": 2, "b": 3}, {"c": null}]', "b,a,c\n1,,\n3,2,\n,,\n"],
    ["lists of values", '[["item", "price"], ["tea", 3]]', "item,price\ntea,3\n"],
    ["a list inside an object", '{"shop": "x", "data": {"orders": [{"id": 1, "sum": 5}]}}', "id,sum\n1,5\n"],
    ["columns", '{"item": ["tea", "milk"], "price": [3, 2]}', "item,price\ntea,3\nmilk,2\n"],
    ["columns by row", '{"item": {"0": "tea", "1": "milk"}, "price": {"0": 3, "1": 2}}', "item,price\ntea,3\nmilk,2\n"],
    ["one object", '{"item": "tea", "price": 3}', "item,price\ntea,3\n"],
    ["one object in a list, with a list inside", '[{"id": 1, "lines": [{"a": 1}]}]', 'id,lines\n1,"[{""a"":1}]"\n'],
    ["nested values", '[{"id": 1, "to": {"city": "Rome"}, "tags": []}]', 'id,to,tags\n1,"{""city"":""Rome""}",[]\n'],
    ["brackets and commas inside texts", '[{"a": "],[{\\"", "b": "\\\\"}]', 'a,b\n"],[{""",\\\n'],
  ])("of %s becomes CSV", async (_, json, csv) => {
    const read = await opened(json);
    expect(read).toMatchObject({ text: csv, typed: true, encoding: "utf-8" });
  });

  it("keeps every digit of its numbers and writes them without an exponent", async () => {
    const { text } = await opened(
      '[{"a": 12345678901234567890, "b": 1e-7, "c": 0.12345678901234567890, "d": 2.5E+3, "e": true, "f": "1e5"}]',
    );
    expect(text).toBe("a,b,c,d,e,f\n12345678901234567890,0.0000001,0.12345678901234567890,2500,true,1e5\n");
  });

  it("says where in the document the table stands", async () => {
    expect((await opened('{"data": {"orders": [{"id": 1}]}, "more": [{"x": 1}, {"x": 2}]}')).evidence).toEqual([
      "Read from more in the JSON document.",
    ]);
  });

  it("in another encoding, or with a mark, is read too", async () => {
    const json = '[{"item": "naïve café"}]';
    expect(await opened(`\uFEFF${json}`)).toMatchObject({ text: "item\nnaïve café\n", encoding: "utf-8" });
    for (const encoding of ["windows-1252", "macintosh", "utf-16le"]) {
      expect(await opened(encodeText(json, encoding))).toMatchObject({
        text: "item\nnaïve café\n",
        encoding,
        typed: true,
      });
    }
  });

  it.each([
    ["broken", '[{"a": 1}, {"a": ', "unreadable"],
    ["with something behind it", '[{"a": 1}] x', "unreadable"],
    ["of values that are no objects", "[1, 2, 3]", "not-a-table"],
    ["of objects and values", '[{"a": 1}, 2]', "not-a-table"],
    ["without items", "[]", "empty"],
    ["without names", "{}", "empty"],
    ["with lines that are none", '{"a": 1}\n[not json]\n{"a": 2}', "unreadable"],
  ])("%s is refused", async (_, json, kind) => {
    await expect(opened(json)).rejects.toMatchObject({
      name: "IngestError",
      kind,
      message: expect.stringContaining("till.json"),
    });
  });

  it("gives back any table that is written into one", async () => {
    const cell = fc.oneof(fc.string({ minLength: 1, maxLength: 8 }), fc.integer(), fc.boolean(), fc.constant(null));
    const row = fc.tuple(cell, cell);
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), fc.boolean(), async (rows, lines) => {
        const objects = rows.map(([a, b]) => JSON.stringify({ a, b }));
        const { text } = await opened(lines && rows.length > 1 ? objects.join("\n") : `[${objects.join(" ,\n")}]`);
        const field = (value: string) => (/[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
        const csv = rows.map(
          (cells) => `${cells.map((value) => field(value === null ? "" : String(value))).join(",")}\n`,
        );
        expect(text).toBe(`a,b\n${csv.join("")}`);
      }),
      { numRuns: 200 },
    );
  });

  it("is cut into the same items wherever its pieces end", () => {
    const json = '[{"a": "]}\\\\\\"", "b": [1, {"c": 2}]}, [3, "x,y"] , 4]';
    for (let cut = 0; cut <= json.length; cut += 1) {
      const items = new JsonItems();
      expect([...items.push(json.slice(0, cut)), ...items.push(json.slice(cut))]).toEqual([
        '{"a": "]}\\\\\\"", "b": [1, {"c": 2}]}',
        '[3, "x,y"]',
        "4",
      ]);
      expect([items.ended, items.trailing, items.end()]).toEqual([true, false, ""]);
    }
  });
});
