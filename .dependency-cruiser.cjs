/** The import directions of the house; type-only imports count. */
const room = (name) => `^lib/${name}/`;
const not = (...names) => `^(?!(${names.join("|")}))`;
const TESTS = "\\.test\\.tsx?$|/testing/";

/** A room of lib may import itself and the rooms named; nothing else of ours. */
const mayImport = (name, rooms, extra = []) => ({
  name: `lib-${name}`,
  comment: `lib/${name} imports ${rooms.length > 0 ? rooms.map((each) => `lib/${each}`).join(", ") : "nothing of ours"}.`,
  severity: "error",
  from: { path: room(name), pathNot: TESTS },
  to: {
    path: "^(app|components|lib|sql|e2e|scripts)/",
    pathNot: [name, ...rooms].map(room).concat(extra),
  },
});

/** Packages only one place may import. */
const onlyIn = (name, packages, places) => ({
  name,
  severity: "error",
  from: { path: "^(app|components|lib)/", pathNot: [...places, TESTS] },
  to: { path: `node_modules/(${packages.join("|")})/` },
});

module.exports = {
  forbidden: [
    mayImport("std", []),
    mayImport("query", ["std"]),
    mayImport("engine", ["query", "std"]),
    mayImport("storage", ["query", "std"]),
    // Files of typed values (Arrow, Parquet) are read with the engine's own reading of dates and decimals.
    mayImport(
      "ingest",
      ["query", "std"],
      ["^lib/engine/engine(-error)?\\.ts$", "^lib/engine/(calendar|decode-value)\\.ts$", "^sql/model/"],
    ),
    mayImport("analyses", ["query", "std"], ["^sql/"]),
    mayImport("insights", ["analyses", "query", "std"]),
    mayImport("notebook", ["query", "std"]),
    mayImport("jobs", ["std"]),
    mayImport("explain", ["analyses", "insights", "query", "std"]),
    mayImport("report", ["analyses", "insights", "notebook", "query", "std"]),
    mayImport("server", ["explain", "std"]),
    mayImport("workbench", [
      "ingest",
      "analyses",
      "insights",
      "explain",
      "report",
      "notebook",
      "jobs",
      "engine",
      "storage",
      "query",
      "std",
    ]),
    {
      name: "no-adapter-outside-the-composition-root",
      comment: "The engine is opened in components/workbench/engine-control.ts alone, the storage in browser-ports.ts.",
      severity: "error",
      from: {
        path: "^(app|components|lib)/",
        pathNot: [TESTS, "^components/workbench/(browser-ports|engine-control)\\.ts$", "^lib/engine/", "^lib/storage/"],
      },
      to: { path: "^lib/(engine/(wasm|node)|storage/(opfs|memory|hash-file))\\.ts$" },
    },
    onlyIn("duckdb-only-in-engine", ["@duckdb"], ["^lib/engine/"]),
    // What a person adds may be Arrow, Parquet or a workbook: those files are opened in lib/ingest/container alone.
    onlyIn("arrow-only-in-engine-and-containers", ["apache-arrow"], ["^lib/engine/", "^lib/ingest/container/"]),
    onlyIn("parquet-only-in-storage", ["parquet-wasm", "hyparquet-writer"], ["^lib/storage/"]),
    onlyIn(
      "parquet-reader-only-in-storage-and-containers",
      ["hyparquet", "hyparquet-compressors"],
      ["^lib/storage/", "^lib/ingest/container/"],
    ),
    onlyIn("workbooks-only-in-containers", ["@e965/xlsx"], ["^lib/ingest/container/"]),
    {
      name: "server-code-only-in-routes",
      comment: "What knows the key and the sessions never reaches a page.",
      severity: "error",
      from: { path: "^(app|components|lib|proxy)", pathNot: [TESTS, "^app/api/", "^lib/server/"] },
      to: { path: "^lib/server/" },
    },
    onlyIn("ai-and-sessions-only-in-server", ["ai", "@ai-sdk", "next-auth", "server-only"], ["^lib/server/"]),
    onlyIn("native-duckdb-only-in-tests", ["@duckdb/node-api"], []),
    {
      name: "ui-is-plain",
      severity: "error",
      from: { path: "^components/ui/", pathNot: TESTS },
      to: { path: "^(app|components|lib|sql|e2e)/", pathNot: ["^components/ui/", "^lib/std/"] },
    },
    {
      name: "views-are-generic",
      comment: "Charts, tables and editors know query values, not analyses or notebooks.",
      severity: "error",
      from: { path: "^components/(chart|table|editor)/", pathNot: TESTS },
      to: {
        path: "^(app|components|lib|sql|e2e)/",
        pathNot: ["^components/(chart|table|editor|ui)/", "^lib/(query|std)/"],
      },
    },
    {
      name: "results-know-no-surface",
      comment: "What an answer, a delta or a big value looks like is the same in a notebook, an insight and a report.",
      severity: "error",
      from: { path: "^components/result/", pathNot: TESTS },
      to: {
        path: "^(app|components|lib|sql|e2e)/",
        pathNot: ["^components/(result|chart|table|ui)/", "^lib/(analyses|insights|query|std)/"],
      },
    },
    {
      name: "surfaces-are-no-siblings",
      severity: "error",
      from: { path: "^components/(notebook|import|insights|explain|share|report)/", pathNot: TESTS },
      to: {
        path: "^components/(notebook|import|insights|explain|share|report|workbench)/",
        pathNot: "^components/$1/",
      },
    },
    {
      name: "lib-knows-no-page",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: "^(app|components|e2e)/" },
    },
    {
      name: "e2e-knows-only-the-page",
      severity: "error",
      from: { path: "^e2e/" },
      to: { path: "^(app|components|lib|sql)/" },
    },
    {
      name: "sql-belongs-to-analyses-and-ingest",
      severity: "error",
      from: { path: not("lib/analyses/", "lib/ingest/"), pathNot: TESTS },
      to: { path: "^sql/" },
    },
    { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "everything-is-there",
      severity: "error",
      from: { pathNot: "\\.next" },
      // mdast is a package of types alone.
      to: { couldNotResolve: true, pathNot: ["\\?raw$", "^mdast$"] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "\\.next/|next-env|\\.next$" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".css"],
    },
  },
};
