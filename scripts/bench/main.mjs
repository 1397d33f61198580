// `npm run bench`: ratios against the bare engine in the same run, on generated files of 100,000 to 10,000,000 lines.
// `npm run bench -- --imports` measures imports alone, `-- --analyses` the analyses alone; neither needs a build.
// `-- --notebook` measures a notebook of a hundred cells alone; `--built` takes the build that is there.
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { build, prepare } from "../build.mjs";
import { install } from "../install.mjs";
import { benchAnalyses } from "./analyses.mjs";
import { benchImports } from "./imports.mjs";
import { benchInBrowser } from "./in-browser.mjs";
import { benchNotebook } from "./notebook.mjs";
import { writeSalesFile } from "./sales-file.mjs";

const ratio = (value) => value.toFixed(2);
const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;
const line = (...cells) => process.stdout.write(`| ${cells.join(" | ")} |\n`);

install();
const importsAlone = process.argv.includes("--imports");
const analysesAlone = process.argv.includes("--analyses");
const notebookAlone = process.argv.includes("--notebook");
const prepared = importsAlone || analysesAlone ? prepare() : process.argv.includes("--built") ? 0 : build();
if (prepared !== 0) process.exit(1);
if (notebookAlone) {
  await printNotebook();
  process.exit(0);
}
const folder = mkdtempSync(join(tmpdir(), "lucid-bench-"));
try {
  const sizes = analysesAlone ? [1_000_000] : [100_000, 1_000_000, 5_000_000, 10_000_000];
  const files = sizes.map((lines) => ({
    name: `${lines.toLocaleString("en")} lines`,
    path: join(folder, `sales-${lines}.csv`),
    lines,
  }));
  for (const { path, lines } of files) await writeSalesFile(path, lines);
  process.stdout.write(
    `\n${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, ${cpus()[0]?.model ?? ""}\n\n`,
  );
  const million = files.find(({ lines }) => lines === 1_000_000);
  if (!analysesAlone) await printImports(files);
  if (!importsAlone && !analysesAlone) await printUse(files.filter(({ lines }) => lines <= 1_000_000));
  if (!importsAlone && million) await printAnalyses(million);
  if (!importsAlone && !analysesAlone) await printNotebook();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** What it takes to bring a file in. */
async function printImports(files) {
  line(
    "import",
    "bare read_csv",
    "import",
    "ratio (aim 1.5)",
    "longest task (aim 50 ms)",
    "cancel (aim 1 s)",
    "peak memory of the browser",
  );
  line("---", "---", "---", "---", "---", "---", "---");
  for (const row of await benchImports(files)) {
    line(
      row.name,
      seconds(row.bare),
      seconds(row.import),
      ratio(row.import / row.bare),
      `${Math.round(row.longest)} ms`,
      `${Math.round(row.cancel)} ms`,
      `${(row.peak / 1e6).toFixed(0)} MB`,
    );
  }
}

/** What it takes until every answer stands, and again after a reload. */
async function printUse(files) {
  process.stdout.write("\n");
  line(
    "file",
    "bare read_csv",
    "drop to all cells",
    "ratio (aim 2.0)",
    "of it after the import (aim 2 s)",
    "reload",
    "ratio (aim 0.25)",
    "longest task (aim 50 ms)",
    "peak memory / file",
  );
  line("---", "---", "---", "---", "---", "---", "---", "---", "---");
  let scripts = { ahead: 0, all: 0 };
  for (const row of await benchInBrowser(files)) {
    line(
      row.name,
      seconds(row.bare),
      seconds(row.first),
      ratio(row.first / row.bare),
      seconds(row.ahead),
      seconds(row.reload),
      ratio(row.reload / row.first),
      `${Math.round(row.longest)} ms`,
      ratio(row.peak / row.bytes),
    );
    scripts = row.loaded;
  }
  const [ahead, all] = [scripts.ahead, scripts.all].map((bytes) => Math.round(bytes / 1000));
  process.stdout.write(
    `\nJS before the engine's first file: ${ahead} KB compressed (aim 250 KB), ${all} KB once it runs\n`,
  );
}

/** What a long notebook feels like under the fingers. */
async function printNotebook() {
  const { marked, perKey } = await benchNotebook();
  const at = (part) => perKey[Math.min(perKey.length - 1, Math.floor(perKey.length * part))] ?? 0;
  process.stdout.write("\n");
  line(
    "100 cells, 30 in a chain",
    "from a key to the last mark (aim 50 ms)",
    "script per key, median",
    "95 of 100 (aim 16 ms)",
    "most",
  );
  line("---", "---", "---", "---", "---");
  line("", `${Math.round(marked)} ms`, ...[at(0.5), at(0.95), at(1)].map((ms) => `${ms.toFixed(1)} ms`));
}

/** What each analysis takes, and all that a new notebook asks together. */
async function printAnalyses({ name: title, path }) {
  const { ahead, rows } = await benchAnalyses(path);
  process.stdout.write("\n");
  line(`analysis, ${title}`, "shipped engine", "native, one thread", "ratio (aim 3)");
  line("---", "---", "---", "---");
  for (const { name, wasm, native } of rows) {
    line(name, `${Math.round(wasm)} ms`, `${Math.round(native)} ms`, ratio(wasm / native));
  }
  process.stdout.write(`\nAll answers of a new notebook, beyond the import: ${seconds(ahead)} (aim 2 s)\n`);
}
