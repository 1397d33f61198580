import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { Crash, openMemoryFiles } from "./memory-files";
import type { VersionNote } from "./storage";
import { ticking } from "./testing/ticking";
import { openWriter } from "./vault";

function opened() {
  const clock = ticking();
  const files = openMemoryFiles(clock.now);
  return { files, open: () => openWriter(files, clock), pass: clock.pass };
}

const note = (at: number, name: string | null = null): VersionNote => ({
  at,
  name,
  reason: name ? null : "On opening",
  mark: `mark ${at}`,
});
const entry = (id: string) => ({ id, title: id, updatedAt: 1, headline: null });

describe("versions of a document", () => {
  it("are listed newest first without what they hold, and read back as they were", async () => {
    const { open } = opened();
    const vault = await open();
    const older = await vault.putVersion("one", note(1, "Before the sale"), { cells: [1] });
    const newer = await vault.putVersion("one", note(2), { cells: [1, 2] });
    await vault.putVersion("two", note(3), {});
    const again = await open();
    expect(await again.listVersions("one")).toEqual([newer, older]);
    expect(older).toMatchObject({ at: 1, name: "Before the sale", reason: null, mark: "mark 1" });
    expect(await again.readVersion("one", older.id)).toEqual({ cells: [1] });
    await again.removeVersion("one", older.id);
    expect(await again.listVersions("one")).toEqual([newer]);
    await expect(again.readVersion("one", older.id)).rejects.toMatchObject({ kind: "missing" });
  });

  it("are refused when a bit of them changed; the others stay", async () => {
    const { open, files } = opened();
    const vault = await open();
    const bad = await vault.putVersion("one", note(1), { text: "hello" });
    const good = await vault.putVersion("one", note(2), { text: "there" });
    files.tamper(`versions/one/${bad.id}.json`, (bytes) => bytes.map((byte, at) => (at === 3 ? byte ^ 1 : byte)));
    await expect(vault.readVersion("one", bad.id)).rejects.toMatchObject({ kind: "damaged" });
    expect(await vault.readVersion("one", good.id)).toEqual({ text: "there" });
    files.tamper(`versions/one/${good.id}.note`, (bytes) => bytes.slice(0, -4));
    expect(await vault.listVersions("one")).toEqual([bad]);
  });

  it("are whole or absent after a crash or a full device at any moment", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 16 }),
        fc.constantFrom("fail", "short", "crash"),
        async (call, fault) => {
          vi.spyOn(console, "warn").mockImplementation(() => undefined);
          const { open, files, pass } = opened();
          const vault = await open();
          await vault.writeSnapshot(entry("one"), []);
          const kept = await vault.putVersion("one", note(1), "first");
          files.failAt(files.calls + call, fault as "fail" | "short" | "crash");
          const second = await vault.putVersion("one", note(2), "second").catch((error: unknown) => {
            if (!(error instanceof Crash) && !(error instanceof Error)) throw error;
            return null;
          });
          files.powerLoss(() => true);
          const again = await open();
          const listed = await again.listVersions("one");
          expect(listed).toContainEqual(kept);
          if (second) expect(listed).toContainEqual(second);
          for (const { id, at } of listed) {
            expect(await again.readVersion("one", id)).toBe(at === 1 ? "first" : "second");
          }
          pass(61_000);
          await again.tidy();
          const left = files.paths().filter((path) => path.startsWith("versions/"));
          expect(left).toHaveLength(listed.length * 2);
          vi.restoreAllMocks();
        },
      ),
      { numRuns: 60 },
    );
  });

  it("go with their document", async () => {
    const { open, files } = opened();
    const vault = await open();
    await vault.writeSnapshot(entry("one"), []);
    await vault.putVersion("one", note(1), "first");
    await vault.removeDoc("one");
    expect(files.paths().filter((path) => path.startsWith("versions/"))).toEqual([]);
  });
});

describe("parts that nothing names", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);

  async function withParts() {
    const made = opened();
    const first = await made.open();
    const hashes: Record<string, string> = {};
    for (const name of ["document", "version", "undo", "copy", "none"]) {
      hashes[name] = (await first.putPart(bytes(name))).hash;
    }
    await first.writeSnapshot(entry("one"), { parts: [hashes.document] });
    await first.putVersion("one", note(1), { parts: [hashes.version] });
    await first.leaveCopy(entry("copy"), { parts: [hashes.copy] });
    return { ...made, first, hashes };
  }
  const kept = async (vault: Awaited<ReturnType<ReturnType<typeof opened>["open"]>>) =>
    (await vault.listParts()).map(({ hash }) => hash).sort();

  it("are freed, but those of this visit and those in use", async () => {
    const { first, open, hashes } = await withParts();
    expect(await first.freeParts([])).toBe(0);
    const again = await open();
    expect(await again.freeParts([hashes.undo ?? ""])).toBe(1);
    const { none: _, ...others } = hashes;
    expect(await kept(again)).toEqual(Object.values(others).sort());
    expect(await again.freeParts([])).toBe(1);
    await again.removeDoc("one");
    expect(await again.freeParts([])).toBe(2);
    expect(await kept(again)).toEqual([hashes.copy]);
  });

  it("stay while a document is damaged: what it names cannot be seen", async () => {
    const { open, files, hashes } = await withParts();
    const snapshot = files.paths().find((path) => path.startsWith("docs/one/snap-")) ?? "";
    files.tamper(snapshot, (content) => content.slice(0, 40));
    const again = await open();
    expect(await again.freeParts([])).toBe(0);
    expect(await kept(again)).toEqual(Object.values(hashes).sort());
  });
});
