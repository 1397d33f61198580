import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { digestFile } from "./digest-file";
import { hashFile } from "./hash-file";
import { streamHash } from "./stream-hash";

const PIECE = 4 * 1024 * 1024;

describe("the hash of a file", () => {
  it("is the sha256 of its bytes, whatever its size, piece by piece and whole", async () => {
    for (const size of [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE + 17]) {
      const bytes = new Uint8Array(size).map((_, index) => (index * 31 + size) % 251);
      const expected = createHash("sha256").update(bytes).digest("hex");
      for (const hash of [streamHash, digestFile, hashFile]) {
        const seen: number[] = [];
        expect(await hash(new Blob([bytes]), { onProgress: (done) => seen.push(done) })).toBe(expected);
        expect(seen.at(-1) ?? 0).toBe(size);
      }
    }
  });

  it("stops when it is aborted", async () => {
    const control = new AbortController();
    const asked = streamHash(new Blob([new Uint8Array(3 * PIECE)]), {
      signal: control.signal,
      onProgress: () => control.abort(),
    });
    await expect(asked).rejects.toMatchObject({ name: "AbortError" });
    for (const hash of [streamHash, digestFile, hashFile]) {
      const late = hash(new Blob(["a"]), { signal: control.signal });
      await expect(late).rejects.toMatchObject({ name: "AbortError" });
    }
  });

  it("is refused in plain words when the file changed under it", async () => {
    const changed = new DOMException("The file changed.", "NotReadableError");
    const gone = new Blob([new Uint8Array(10)]);
    gone.arrayBuffer = () => Promise.reject(changed);
    gone.slice = () => gone;
    for (const hash of [streamHash, digestFile, hashFile]) {
      await expect(hash(gone)).rejects.toMatchObject({ kind: "missing", cause: changed });
    }
  });
});
