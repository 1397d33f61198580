import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": import.meta.dirname } },
  test: {
    include: ["{lib,components,scripts,sql}/**/*.test.{ts,tsx}"],
    pool: "forks",
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
