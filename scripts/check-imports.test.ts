import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { checkImports } from "./check-imports.mjs";

const planted = mkdtempSync(join(process.cwd(), "lib/std/planted-"));

afterAll(() => {
  rmSync(planted, { recursive: true });
});

describe("the check of import directions", () => {
  it("sees modules of both kinds through the @ alias and catches a planted violation, type-only too", () => {
    const file = join(planted, "planted.ts");
    writeFileSync(file, 'import type { Notebook } from "@/lib/notebook/notebook";\nexport type Planted = Notebook;\n');
    const { problems, seen } = checkImports([relative(process.cwd(), planted), "components/ui"]);
    expect(problems).toEqual([`lib-std: ${relative(process.cwd(), file)} -> lib/notebook/notebook.ts`]);
    expect(seen[".ts"]).toBeGreaterThan(5);
    expect(seen[".tsx"]).toBeGreaterThan(10);
  });
});
