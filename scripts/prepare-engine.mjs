// Copies the engine's files from node_modules to public/engine, proves them against the pinned hashes in
// lib/engine/engine-files.json, and writes a Brotli copy of each beside it and a manifest of what is served.
import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const ROOT = resolve(import.meta.dirname, "..");
const BROTLI_QUALITY = 9;

/**
 * Put before each worker script, for what it does not tell by itself.
 * A lock of the worker's own name is held for as long as it lives: the page waits for that lock and so learns that
 * the worker died, which no event says (lib/engine/worker-lock.ts). And every slice read of a file is told in the
 * shape of DuckDB's own progress message, whose sender would need 'unsafe-eval' (lib/engine/worker-bindings.ts).
 */
const PROLOGUE = `if (self.name && navigator.locks) navigator.locks.request(self.name, () => new Promise(() => {}));
{
  const slice = Blob.prototype.slice;
  Blob.prototype.slice = function (start, end, type) {
    const percentage = (100 * Math.min(end ?? this.size, this.size)) / Math.max(this.size, 1);
    self.postMessage({ requestId: 0, type: "PROGRESS_UPDATE", data: { status: "in-progress", percentage } });
    return slice.call(this, start, end, type);
  };
}
`;

/** @typedef {{ sha256: string, bytes: number }} Served */
/** @typedef {{ target: string, cache: string, pins: Record<string, string> }} Places  pins: package path -> sha256 */

/** @param {Uint8Array} bytes */
function sha256(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}

/** The bytes as they are served: worker scripts lose the pointer to a source map that is not shipped.
 * @param {string} name @param {Buffer} bytes */
function servedBytes(name, bytes) {
  if (!name.endsWith(".js")) return bytes;
  const script = bytes.toString("utf8").replace(/\n?\/\/# sourceMappingURL=.*\s*$/, "\n");
  return Buffer.from(PROLOGUE + script);
}

/** Readers never see half a file. @param {string} path @param {Uint8Array} bytes */
async function writeWhole(path, bytes) {
  await writeFile(`${path}.new`, bytes);
  await rename(`${path}.new`, path);
}

/** @param {string} path */
async function exists(path) {
  return (await stat(path).catch(() => null)) !== null;
}

/** The Brotli form, from the cache when these very bytes were compressed before.
 * @param {string} cache @param {Buffer} bytes @param {string} hash */
async function compressed(cache, bytes, hash) {
  const kept = join(cache, `${hash}.q${BROTLI_QUALITY}.br`);
  if (!(await exists(kept))) {
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    };
    await writeWhole(kept, await promisify(brotliCompress)(bytes, { params }));
  }
  return kept;
}

/** @param {Places} places @param {string} source @param {string} pinned @returns {Promise<[string, Served]>} */
async function prepareFile({ target, cache }, source, pinned) {
  const name = basename(source);
  const original = await readFile(resolve(ROOT, "node_modules", source));
  if (sha256(original) !== pinned) {
    throw new Error(`${source} is not the file that is pinned in lib/engine/engine-files.json; reinstall with npm ci.`);
  }
  const bytes = servedBytes(name, original);
  const hash = sha256(bytes);
  await writeWhole(join(target, name), bytes);
  await copyFile(await compressed(cache, bytes, hash), join(target, `${name}.br`));
  return [name, { sha256: hash, bytes: bytes.length }];
}

/** True when the last run saw the same pins and everything it wrote is still there.
 * @param {Places} places @param {string} stamp */
async function upToDate({ target, pins }, stamp) {
  const names = Object.keys(pins).flatMap((source) => [basename(source), `${basename(source)}.br`]);
  const present = await Promise.all([...names, "manifest.json"].map((name) => exists(join(target, name))));
  const last = await readFile(join(target, ".stamp"), "utf8").catch(() => "");
  return present.every(Boolean) && last === stamp;
}

/** Resolves with false when there was nothing to do. @param {Places} places */
export async function prepareEngine(places) {
  const { target, cache, pins } = places;
  const stamp = sha256(Buffer.from(JSON.stringify([pins, BROTLI_QUALITY, PROLOGUE])));
  if (await upToDate(places, stamp)) return false;
  await mkdir(target, { recursive: true });
  await mkdir(cache, { recursive: true });
  const entries = await Promise.all(Object.entries(pins).map(([source, pin]) => prepareFile(places, source, pin)));
  const manifest = JSON.stringify(Object.fromEntries(entries), null, 2);
  await writeWhole(join(target, "manifest.json"), Buffer.from(`${manifest}\n`));
  await writeWhole(join(target, ".stamp"), Buffer.from(stamp));
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const pins = JSON.parse(await readFile(join(ROOT, "lib/engine/engine-files.json"), "utf8"));
  const places = { target: join(ROOT, "public/engine"), cache: join(ROOT, ".cache/engine"), pins };
  const started = performance.now();
  const changed = await prepareEngine(places);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(changed ? `Engine files written to public/engine in ${seconds} s.` : "Engine files are up to date.");
}
