import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

interface Script {
  relationsHash(root?: string): string;
}
const script = "./sources-hash.mjs";
const { relationsHash } = (await import(script)) as Script;

let root = "";
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "lucid-sources-"));
  for (const path of ["lib/engine/decode.ts", "lib/ingest/deep/read.ts", "sql/model/products.sql"]) write(path, "1");
});

afterEach(() => rmSync(root, { recursive: true }));

describe("the version of the relations", () => {
  it.each(["lib/engine/decode.ts", "lib/ingest/deep/read.ts", "sql/model/products.sql", "sql/model/new.sql"])(
    "is another when %s changes",
    (path) => {
      const before = relationsHash(root);
      write(path, "2");
      expect(relationsHash(root)).not.toBe(before);
    },
  );

  it.each([
    "lib/ingest/deep/read.test.ts",
    "lib/insights/rules.ts",
    "components/ui/button.tsx",
    "sql/analyses/trends.sql",
  ])("is the same when %s changes", (path) => {
    const before = relationsHash(root);
    write(path, "2");
    expect(relationsHash(root)).toBe(before);
  });

  it("is known of this project", () => {
    expect(relationsHash()).toMatch(/^[0-9a-f]{64}$/);
  });
});
