import { expect, it } from "vitest";
import { openMemoryFiles } from "./memory-files";
import { openReader, openWriter } from "./vault";

it("a hundred notebooks are listed by the manifest alone: no document is read for it", async () => {
  const files = openMemoryFiles(() => Date.now());
  const writer = await openWriter(files);
  for (let n = 0; n < 100; n += 1) {
    await writer.writeSnapshot({ id: `n${n}`, title: `Notebook ${n}`, updatedAt: n, headline: null }, { cells: [] });
  }
  const read: string[] = [];
  const watched = {
    list: files.list,
    read(path: string) {
      read.push(path);
      return files.read(path);
    },
  };
  const listed = await (await openReader(watched)).listDocs();
  expect(listed.map(({ title }) => title).slice(0, 2)).toEqual(["Notebook 99", "Notebook 98"]);
  expect(listed).toHaveLength(100);
  expect(read.length).toBeGreaterThan(0);
  expect(read.filter((path) => path.startsWith("docs/"))).toEqual([]);
});
