import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { hashFile } from "./hash-file";

const PIECE = 4 * 1024 * 1024;

describe("the hash of a file", () => {
  it("is the sha256 of its bytes, whatever its size", async () => {
    for (const size of [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE + 17]) {
      const bytes = new Uint8Array(size).map((_, index) => (index * 31 + size) % 251);
      const seen: number[] = [];
      const hash = await hashFile(new Blob([bytes]), { onProgress: (done) => seen.push(done) });
      expect(hash).toBe(createHash("sha256").update(bytes).digest("hex"));
      expect(seen.at(-1) ?? 0).toBe(size);
    }
  });

  it("stops when it is aborted", async () => {
    const control = new AbortController();
    const asked = hashFile(new Blob([new Uint8Array(3 * PIECE)]), {
      signal: control.signal,
      onProgress: () => control.abort(),
    });
    await expect(asked).rejects.toMatchObject({ name: "AbortError" });
    await expect(hashFile(new Blob([]), { signal: control.signal })).rejects.toMatchObject({ name: "AbortError" });
  });

  it("is refused in plain words when the file changed under it", async () => {
    const gone = new Blob([new Uint8Array(10)]);
    const changed = new DOMException("The file changed.", "NotReadableError");
    gone.slice = () => Object.assign(new Blob([]), { arrayBuffer: () => Promise.reject(changed) });
    await expect(hashFile(gone)).rejects.toMatchObject({ kind: "missing", cause: changed });
  });
});
