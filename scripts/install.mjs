import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Runs a command in the project's folder with its output on the screen. Gives the exit code.
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
export function run(command, args, env = {}) {
  const ended = spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
  });
  if (ended.error) process.stderr.write(`${command}: ${ended.error.message}\n`);
  return ended.status ?? 1;
}

/**
 * Runs a command in the project's folder beside other work. Gives the exit code and what it printed.
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<{ code: number, output: string }>}
 */
export function captured(command, args) {
  const child = spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  /** @type {Buffer[]} */
  const pieces = [];
  child.stdout.on("data", (piece) => pieces.push(piece));
  child.stderr.on("data", (piece) => pieces.push(piece));
  return new Promise((resolve) => {
    const end = (/** @type {number} */ code) => resolve({ code, output: Buffer.concat(pieces).toString() });
    child.on("error", (error) => {
      pieces.push(Buffer.from(`${command}: ${error.message}\n`));
      end(1);
    });
    child.on("close", (code) => end(code ?? 1));
  });
}

/** A program of node_modules. */
export const bin = (name) => join(root, "node_modules", ".bin", name);

/** Installs the packages when they are missing or the lockfile has changed. Gives the exit code. */
export function install() {
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  const stamp = join(root, "node_modules", ".lucid-lock");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return 0;
  process.stdout.write("Installing packages\n");
  const code = run("npm", ["ci", "--no-audit", "--no-fund"]);
  if (code !== 0) {
    process.stderr.write("The packages could not be installed. Check the connection to the npm registry.\n");
    return code;
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, lock);
  return 0;
}
