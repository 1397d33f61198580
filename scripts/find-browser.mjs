import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { bin, run } from "./install.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

function onPath(name) {
  const found = spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" });
  return found.status === 0 ? found.stdout.trim() : null;
}

function installed() {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, and there is no such file.`);
  if (named) return named;
  return NAMES.map(onPath).find((path) => path !== null) ?? null;
}

/**
 * A Chromium for the tests: one that is installed, else Debian's, else Playwright's own.
 * @returns {string | null} its path, or null when Playwright knows where its own is
 */
export function findBrowser() {
  const here = installed();
  if (here) return here;
  if (process.getuid?.() === 0 && onPath("apt-get")) {
    process.stdout.write("Installing Chromium\n");
    run("apt-get", ["update", "-qq"]);
    run("apt-get", ["install", "-y", "-qq", "chromium"], { DEBIAN_FRONTEND: "noninteractive" });
    const now = installed();
    if (now) return now;
  }
  if (run(bin("playwright"), ["install", "chromium"]) === 0) return null;
  throw new Error("No Chromium was found and none could be installed. Install one, or name it with CHROMIUM_PATH.");
}
