import { join } from "node:path";
import { bin, install, root, run } from "./install.mjs";

const STEPS = ["prepare-engine.mjs", "build-workers.mjs", "make-sample-shop.mjs"];

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
  return prepare() || run(bin("next"), ["build"]);
}

if (process.argv[1]?.endsWith("build.mjs")) {
  install();
  process.exit(build());
}
