import { createRequire } from "node:module";
import { expect, it } from "vitest";
import { ENGINE_VERSION } from "./engine-version";

it("the version in result keys is the one that is installed", () => {
  const require = createRequire(import.meta.url);
  const { PACKAGE_VERSION } = require("@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs") as {
    PACKAGE_VERSION: string;
  };
  expect(ENGINE_VERSION).toBe(`duckdb-wasm ${PACKAGE_VERSION}`);
});
