import { mulberry32 } from "@/scripts/sample-shop/mulberry32.mjs";

/** A stream of chance that is the same for the same seed. */
export interface Random {
  /** 0 <= x < 1. */
  next(): number;
  /** A whole number, both ends included. */
  whole(from: number, to: number): number;
  pick<T>(from: readonly T[]): T;
}

export function seeded(seed: number): Random {
  const next = mulberry32(seed);
  return {
    next,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    pick<T>(from: readonly T[]): T {
      const found = from[Math.floor(next() * from.length)];
      if (found === undefined) throw new Error("Nothing to pick from.");
      return found;
    },
  };
}
