import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bin, install, root, run } from "./install.mjs";
import { sourcesHash } from "./sources-hash.mjs";

const STEPS = ["prepare-engine.mjs", "build-workers.mjs", "make-sample-shop.mjs"];
const STAMP = join(root, ".next", "lucid-sources");

/** Makes what the page needs beside its own code: engine files, workers, the sample shop. Gives the exit code. */
export function prepare() {
  for (const step of STEPS) {
    const code = run(process.execPath, [join(root, "scripts", step)]);
    if (code !== 0) return code;
  }
  return 0;
}

/** Prepares and builds for production. Gives the exit code. */
export function build() {
  const prepared = prepare();
  if (prepared !== 0) return prepared;
  const sources = sourcesHash();
  rmSync(STAMP, { force: true });
  const code = run(bin("next"), ["build"]);
  if (code === 0) writeFileSync(STAMP, sources);
  return code;
}

/** Prepares, and builds unless the last build is of these very sources. Gives the exit code. */
export function buildWhenDue() {
  const built = existsSync(STAMP) && readFileSync(STAMP, "utf8") === sourcesHash();
  return built ? prepare() : build();
}

if (process.argv[1]?.endsWith("build.mjs")) process.exit(install() || build());
