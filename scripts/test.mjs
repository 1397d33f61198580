// Everything that must hold, from a fresh clone: `npm test`, or `npm test -- unit` for one stage.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "./build.mjs";
import { findBrowser } from "./find-browser.mjs";
import { freePort } from "./free-port.mjs";
import { bin, captured, install, root, run } from "./install.mjs";

const reports = join(root, "test-results");
const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];

function count(name, { passed, failed, skipped }) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  if (failed > 0) failures.push(name);
  process.stdout.write(`-- ${name}: ${passed} passed, ${failed} failed, ${skipped} skipped\n`);
}

/** A check that holds or does not. */
function check(name, code) {
  count(name, { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 });
}

/** A runner with a report; one that ran nothing or died has failed. */
function counted(name, code, read) {
  let result = { passed: 0, failed: 0, skipped: 0 };
  try {
    result = read();
  } catch (error) {
    process.stderr.write(`${name} left no report: ${error.message}\n`);
  }
  const silent = result.passed + result.failed === 0 || (code !== 0 && result.failed === 0);
  count(name, silent ? { ...result, failed: result.failed + 1 } : result);
}

/** Biome colours its diffs letter by letter; a log is read without. */
const plain = process.stdout.isTTY ? [] : ["--colors=off"];

const json = (file) => JSON.parse(readFileSync(join(reports, file), "utf8"));

/** Checks of the sources alone, each a process of one thread. */
const checks = {
  format: ["format and lint", bin("biome"), ["ci", ...plain, "."]],
  types: ["types", bin("tsc"), ["--noEmit"]],
  imports: ["import directions", process.execPath, [join(root, "scripts/check-imports.mjs")]],
  dead: ["dead code", bin("knip"), []],
};
const ran = new Map();

/** Runs checks one after the other beside other work; what they print waits for their turn to be told. */
async function runBeside(names) {
  for (const name of names) {
    const [, command, args] = checks[name];
    ran.set(name, await captured(command, args));
  }
}

/** One check, or all that were asked for: types take as long as the others together, so they run beside them. */
async function told(name) {
  if (ran.size === 0) {
    const beside = wanted.map(([asked]) => asked).filter((asked) => asked in checks);
    await Promise.all(
      [["types"], ["format", "imports", "dead"]].map((lane) => runBeside(beside.filter((each) => lane.includes(each)))),
    );
  }
  const { code, output } = ran.get(name);
  process.stdout.write(output);
  check(checks[name][0], code);
}

const stages = {
  format: () => told("format"),
  types: () => told("types"),
  imports: () => told("imports"),
  dead: () => told("dead"),
  unit: () => {
    const code = run(bin("vitest"), [
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${join(reports, "unit.json")}`,
    ]);
    counted("unit", code, () => {
      const report = json("unit.json");
      return {
        passed: report.numPassedTests,
        failed: report.numFailedTests + (report.success ? 0 : report.numFailedTests === 0 ? 1 : 0),
        skipped: report.numPendingTests + (report.numTodoTests ?? 0),
      };
    });
  },
  build: () => check("build", build()),
  e2e: async () => {
    if (failures.includes("build")) throw new Error("there is no build to test, see above");
    const browser = findBrowser();
    const code = run(bin("playwright"), ["test", "--reporter=list,json"], {
      PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, "e2e.json"),
      E2E_PORT: String(await freePort()),
      ...(browser ? { CHROMIUM_PATH: browser } : {}),
    });
    counted("e2e", code, () => {
      const { stats } = json("e2e.json");
      return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
    });
  },
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in stages));
if (unknown.length > 0) {
  process.stderr.write(`There is no stage ${unknown.join(", ")}; there are ${Object.keys(stages).join(", ")}.\n`);
  process.exit(2);
}

const wanted = Object.entries(stages).filter(([name]) => asked.length === 0 || asked.includes(name));
const installed = install() === 0;
if (installed) {
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  run(bin("next"), ["typegen"]);
} else {
  check("install", 1);
}
for (const [name, stage] of installed ? wanted : []) {
  process.stdout.write(`\n== ${name}\n`);
  try {
    await stage();
  } catch (error) {
    process.stderr.write(`${name}: ${error.message}\n`);
    check(name, 1);
  }
}
process.stdout.write(failures.length > 0 ? `\nFAILED: ${failures.join(", ")}\n` : "\n");
process.stdout.write(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exit(failures.length > 0 ? 1 : 0);
