import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "./install.mjs";

const FOLDERS = ["app", "components", "lib", "sql"];
const FILES = ["proxy.ts", "raw.d.ts", "next.config.ts", "postcss.config.mjs", "tsconfig.json", "package-lock.json"];

/** The hash of everything the production build is made from: changes when, and only when, a build is due. */
export function sourcesHash() {
  const inFolders = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((path) => join(folder, path)),
  );
  const paths = [...FILES, ...inFolders]
    .filter((path) => existsSync(join(root, path)) && statSync(join(root, path)).isFile())
    .filter((path) => !/\.test\.tsx?$/.test(path))
    .sort();
  const hash = createHash("sha256");
  for (const path of paths)
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update("\0");
  return hash.digest("hex");
}
