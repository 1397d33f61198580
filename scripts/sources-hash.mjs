import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "./install.mjs";

const FOLDERS = ["app", "components", "lib", "sql"];
const FILES = [
  "proxy.ts",
  "instrumentation.ts",
  "raw.d.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];

/** What turns files into the relations that analyses read, and values into rows. */
const RELATIONS = ["lib/engine", "lib/ingest", "sql/model"];

/**
 * @param {string} base
 * @param {string[]} folders
 * @param {string[]} [files]
 */
function hashOfFiles(base, folders, files = []) {
  const inFolders = folders.flatMap((folder) =>
    readdirSync(join(base, folder), { recursive: true, encoding: "utf8" }).map((path) => join(folder, path)),
  );
  const paths = [...files, ...inFolders]
    .filter((path) => existsSync(join(base, path)) && statSync(join(base, path)).isFile())
    .filter((path) => !/\.test\.tsx?$/.test(path))
    .sort();
  const hash = createHash("sha256");
  for (const path of paths)
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(base, path)))
      .update("\0");
  return hash.digest("hex");
}

/** The hash of everything the production build is made from: changes when, and only when, a build is due. */
export const sourcesHash = () => hashOfFiles(root, FOLDERS, FILES);

/** The hash of the SQL and code between files and relations: part of the key of every stored result. */
export const relationsHash = (base = root) => hashOfFiles(base, RELATIONS);
