import { join } from "node:path";
import { defineConfig } from "vitest/config";

// The runner prints failures with Map.groupBy, which Node 20 does not have.
Map.groupBy ??= <K, T>(items: Iterable<T>, keyOf: (item: T, index: number) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index);
    groups.set(key, [...(groups.get(key) ?? []), item]);
    index += 1;
  }
  return groups;
};

const ALL = ["{app,lib,components,scripts,sql}/**/*.test.{ts,tsx}"];
/** Tests that leave nothing behind: mocks and clocks are put back by those who take them. */
const TOGETHER = ["lib/!(engine)/**/*.test.ts"];

export default defineConfig({
  resolve: {
    alias: { "@": import.meta.dirname, "server-only": join(import.meta.dirname, "node_modules/server-only/empty.js") },
  },
  test: {
    pool: "forks",
    silent: "passed-only",
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      // A process compiles the engine once for all files it runs.
      { extends: true, test: { name: "together", include: TOGETHER, isolate: false } },
      // The page, and what fills or changes the process itself.
      { extends: true, test: { name: "each alone", include: ALL, exclude: ["node_modules/**", ...TOGETHER] } },
    ],
  },
});
