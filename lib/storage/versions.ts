import * as z from "zod/mini";
import { decodeLine, encodeLine } from "./edit-log";
import type { Bytes, Files } from "./files";
import type { ManifestStore } from "./manifest-store";
import { versionFolder, versionNotePath, versionOfNote, versionPath } from "./paths";
import { sha256Hex, utf8, utf8Text } from "./sha256";
import { discard } from "./slots";
import type { VersionEntry, VersionNote } from "./storage";
import { StorageError } from "./storage-error";
import { writeVerified } from "./write-verified";

export interface Versions {
  put(docId: string, note: VersionNote, content: unknown): Promise<VersionEntry>;
  list(docId: string): Promise<readonly VersionEntry[]>;
  read(docId: string, versionId: string): Promise<unknown>;
  remove(docId: string, versionId: string): Promise<void>;
}

const noteSchema = z.strictObject({
  at: z.number(),
  name: z.nullable(z.string()),
  reason: z.nullable(z.string()),
  mark: z.string(),
  /** sha256 of the file of what the version holds, hex. */
  sha256: z.string(),
});

async function decodeNote(bytes: Bytes | null): Promise<z.infer<typeof noteSchema> | null> {
  const line = bytes && (await decodeLine(bytes.subarray(0, -1)));
  const parsed = noteSchema.safeParse(line?.value);
  return parsed.success ? parsed.data : null;
}

function notThere(kind: "missing" | "damaged"): StorageError {
  return new StorageError({
    kind,
    message: `This version is ${kind === "missing" ? "no longer" : "damaged"} on this device. The notebook and its other versions are not affected.`,
    hint: "Choose another version.",
  });
}

/**
 * Versions of documents, two files each: what it holds, then what is said of it. A crash between the two leaves nothing
 * but a file to tidy away. The list reads the small files alone. Calls must not overlap.
 */
export function openVersions(files: Files, manifests: ManifestStore): Versions {
  return {
    async put(docId, note, content) {
      await manifests.assertWriter();
      const bytes = utf8(JSON.stringify(content ?? null));
      const sha256 = await sha256Hex(bytes);
      const id = `version-${manifests.nextSeq()}-${sha256.slice(0, 8)}`;
      const line = await encodeLine({ ...note, sha256 });
      try {
        await writeVerified(files, versionPath(docId, id), bytes, sha256);
        await writeVerified(files, versionNotePath(docId, id), line, await sha256Hex(line));
      } catch (error) {
        await discard(files, versionPath(docId, id));
        throw error;
      }
      return { id, ...note };
    },
    async list(docId) {
      const names = (await files.list(versionFolder(docId))).flatMap(({ name }) => versionOfNote(name) ?? []);
      const entries = await Promise.all(
        names.map(async (id) => {
          const note = await decodeNote(await files.read(versionNotePath(docId, id)));
          if (!note) return [];
          const { sha256: _, ...said } = note;
          return [{ id, ...said }];
        }),
      );
      return entries.flat().sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
    },
    async read(docId, versionId) {
      const bytes = await files.read(versionPath(docId, versionId));
      const note = await decodeNote(await files.read(versionNotePath(docId, versionId)));
      if (!bytes || !note) throw notThere("missing");
      if ((await sha256Hex(bytes)) !== note.sha256) throw notThere("damaged");
      return JSON.parse(utf8Text(bytes) ?? "null");
    },
    async remove(docId, versionId) {
      await manifests.assertWriter();
      await files.remove(versionNotePath(docId, versionId));
      await files.remove(versionPath(docId, versionId));
    },
  };
}
