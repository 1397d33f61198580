import type { Guess } from "@/lib/ingest/plan";

/** A file of this visit, and what was guessed of it when it was looked at. */
export interface HeldFile {
  file: File;
  guess: Guess | null;
}

/** Files of this visit by the sha256 of their bytes: they can be read once more, another way. */
export interface FilesAtHand {
  hold(hash: string, held: HeldFile): void;
  get(hash: string): HeldFile | undefined;
}

export function createFilesAtHand(): FilesAtHand {
  const held = new Map<string, HeldFile>();
  return {
    hold: (hash, { file, guess }) => held.set(hash, { file, guess: guess ?? held.get(hash)?.guess ?? null }),
    get: (hash) => held.get(hash),
  };
}
