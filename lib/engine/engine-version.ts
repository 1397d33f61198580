/** duckdb-wasm's version as pinned in package.json: it decides results, so it is part of their keys. */
export const ENGINE_VERSION = "duckdb-wasm 1.32.0";
