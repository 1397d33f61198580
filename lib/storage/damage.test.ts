import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { Result } from "@/lib/query/result";
import type { Bytes } from "./files";
import { type MemoryFiles, openMemoryFiles } from "./memory-files";
import { ticking } from "./testing/ticking";
import { openWriter } from "./vault";

const PART_A = new TextEncoder().encode("rows of January, thirty-one days of them");
const PART_B = new TextEncoder().encode("rows of February, twenty-eight days of them");
const RESULT: Result = {
  columns: [{ name: "n", label: "N", kind: "integer", unit: "count", hidden: false }],
  rows: [{ n: 1 }, { n: null }],
  provenance: { dataHashes: [], asOf: null, computedAt: 1, durationMs: 2, engine: "test" },
};

async function stored() {
  const clock = ticking();
  const files = openMemoryFiles(clock.now);
  const vault = await openWriter(files, clock);
  for (const id of ["one", "two"]) {
    await vault.writeSnapshot({ id, title: id, updatedAt: clock.now(), headline: null }, [`${id} begins`]);
    await vault.appendEdit(id, `${id} first`);
    await vault.writeSnapshot({ id, title: id, updatedAt: clock.now(), headline: "9 sales" }, [
      `${id} begins`,
      `${id} first`,
    ]);
    await vault.appendEdit(id, `${id} second`);
    await vault.appendEdit(id, `${id} third`);
  }
  const a = await vault.putPart(PART_A.slice());
  const b = await vault.putPart(PART_B.slice());
  await vault.putResult("key", RESULT);
  return { files, a: a.hash, b: b.hash, open: () => openWriter(files, clock) };
}

async function textOf(vault: Awaited<ReturnType<typeof openWriter>>, id: string): Promise<string> {
  const doc = await vault.readDoc(id);
  return doc ? [...(doc.snapshot as string[]), ...(doc.edits as string[])].join(", ") : "";
}
const whole = (id: string) => `${id} begins, ${id} first, ${id} second, ${id} third`;

/** A bit flipped, the end cut off, or nothing left. */
const damage = fc.oneof(
  fc.double({ min: 0, max: 0.999, noNaN: true }).map((where) => (bytes: Bytes) => {
    const at = Math.floor(where * bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
    return bytes;
  }),
  fc
    .double({ min: 0, max: 0.999, noNaN: true })
    .map((where) => (bytes: Bytes) => bytes.slice(0, Math.floor(where * bytes.length))),
  fc.constant(() => new Uint8Array(0)),
);

function pathOf(files: MemoryFiles, pattern: RegExp, index = -1): string {
  return (
    files
      .paths()
      .filter((path) => pattern.test(path))
      .at(index) ?? ""
  );
}

describe("damage on the device", () => {
  it("in one manifest, whichever, costs no document, edit or part", async () => {
    await fc.assert(
      fc.asyncProperty(damage, fc.constantFrom("manifest.a.json", "manifest.b.json"), async (spoil, slot) => {
        const { files, a, b, open } = await stored();
        files.tamper(slot, spoil);
        const vault = await open();
        expect((await vault.listDocs()).map(({ id }) => id).sort()).toEqual(["one", "two"]);
        expect(await textOf(vault, "one")).toBe(whole("one"));
        expect(await textOf(vault, "two")).toBe(whole("two"));
        expect(await vault.getPart(a)).toEqual(PART_A);
        expect(await vault.getPart(b)).toEqual(PART_B);
        await vault.appendEdit("one", "later");
        expect(await textOf(await open(), "one")).toBe(`${whole("one")}, later`);
      }),
      { numRuns: 60 },
    );
  });

  it("in both manifests costs no document, edit or part", async () => {
    await fc.assert(
      fc.asyncProperty(damage, damage, async (spoil, again) => {
        const { files, a, b, open } = await stored();
        files.tamper("manifest.a.json", spoil);
        files.tamper("manifest.b.json", again);
        const vault = await open();
        expect((await vault.listDocs()).map(({ headline }) => headline)).toEqual(["9 sales", "9 sales"]);
        expect(await textOf(vault, "one")).toBe(whole("one"));
        expect(await textOf(vault, "two")).toBe(whole("two"));
        expect(await vault.getPart(a)).toEqual(PART_A);
        expect(await vault.getPart(b)).toEqual(PART_B);
      }),
      { numRuns: 60 },
    );
  });

  it("in a snapshot is noticed and made good from the one before", async () => {
    await fc.assert(
      fc.asyncProperty(damage, async (spoil) => {
        const { files, open } = await stored();
        files.tamper(pathOf(files, /^docs\/one\/snap-/), spoil);
        const vault = await open();
        expect((await vault.readDoc("one"))?.damaged).toBe(true);
        expect(await textOf(vault, "one")).toBe(whole("one"));
        expect(await textOf(vault, "two")).toBe(whole("two"));
      }),
      { numRuns: 40 },
    );
  });

  it("in both snapshots of a document is named, and the other document opens", async () => {
    await fc.assert(
      fc.asyncProperty(damage, damage, async (spoil, again) => {
        const { files, open } = await stored();
        files.tamper(pathOf(files, /^docs\/one\/snap-/, 0), spoil);
        files.tamper(pathOf(files, /^docs\/one\/snap-/, 1), again);
        const vault = await open();
        await expect(vault.readDoc("one")).rejects.toMatchObject({
          kind: "damaged",
          message: expect.stringContaining('"one"'),
        });
        expect(await textOf(vault, "two")).toBe(whole("two"));
      }),
      { numRuns: 40 },
    );
  });

  it("in an edit log keeps the edits before it, sets the tail aside and takes new edits", async () => {
    await fc.assert(
      fc.asyncProperty(damage, async (spoil) => {
        const { files, open } = await stored();
        const path = pathOf(files, /^docs\/one\/log-/);
        const before = (await files.read(path)) as Bytes;
        const lines = [...before.keys()].filter((at) => at === 0 || before[at - 1] === 10);
        files.tamper(path, spoil);
        const after = (await files.read(path)) as Bytes;
        const cutAtALine = lines.includes(after.length) && after.every((byte, at) => byte === before[at]);
        const vault = await open();
        const doc = await vault.readDoc("one");
        expect(doc?.snapshot).toEqual(["one begins", "one first"]);
        expect(["one second", "one third"].slice(0, doc?.edits.length)).toEqual(doc?.edits);
        if (!cutAtALine || after.length === 0) expect(doc?.damaged).toBe(true);
        const asidePath = pathOf(files, /^docs\/one\/log-.*\.bad$/);
        const aside = asidePath ? await files.read(asidePath) : new Uint8Array(0);
        expect(new TextDecoder().decode(after).endsWith(new TextDecoder().decode(aside as Bytes))).toBe(true);
        await vault.appendEdit("one", "later");
        const again = await (await open()).readDoc("one");
        expect(again).toMatchObject({ damaged: false, edits: [...(doc?.edits ?? []), "later"] });
        expect(await textOf(vault, "two")).toBe(whole("two"));
      }),
      { numRuns: 80 },
    );
  });

  it("in a part is named, is never handed out, and reading the file in again heals it", async () => {
    await fc.assert(
      fc.asyncProperty(damage, async (spoil) => {
        const { files, a, b, open } = await stored();
        files.tamper(`data/${a}.parquet`, spoil);
        const vault = await open();
        await expect(vault.getPart(a)).rejects.toMatchObject({ kind: "damaged" });
        expect(await vault.getPart(b)).toEqual(PART_B);
        expect(await textOf(vault, "one")).toBe(whole("one"));
        await vault.putPart(PART_A.slice());
        expect(await vault.getPart(a)).toEqual(PART_A);
      }),
      { numRuns: 40 },
    );
  });

  it("in the place of a cached result that cannot even be read makes it absent, with a word on the console", async () => {
    const { files, open } = await stored();
    const warned = vi.spyOn(console, "warn").mockReturnValue(undefined);
    const vault = await open();
    vi.spyOn(files, "read").mockRejectedValueOnce(new Error("The disk does not answer."));
    expect(await vault.getResult("key")).toBeNull();
    expect(warned).toHaveBeenCalledWith(expect.stringContaining("computed again"), expect.any(Error));
    expect(await vault.getResult("key")).toEqual(RESULT);
    warned.mockRestore();
  });

  it("in a cached result makes it absent, never wrong", async () => {
    await fc.assert(
      fc.asyncProperty(damage, async (spoil) => {
        const { files, open } = await stored();
        files.tamper("results/key.parquet", spoil);
        const vault = await open();
        expect(await vault.getResult("key")).toBeNull();
        await vault.putResult("key", RESULT);
        expect(await vault.getResult("key")).toEqual(RESULT);
      }),
      { numRuns: 60 },
    );
  });
});
