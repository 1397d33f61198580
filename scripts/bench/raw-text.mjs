import { readFileSync } from "node:fs";
import { root } from "../install.mjs";

/** `import text from "x.sql?raw"`, as the page's bundler reads it. */
export const rawText = {
  name: "raw-text",
  setup(builder) {
    builder.onResolve({ filter: /\?raw$/ }, ({ path }) => ({
      path: path.replace(/^@\//, `${root}/`).replace("?raw", ""),
      namespace: "raw",
    }));
    builder.onLoad({ filter: /.*/, namespace: "raw" }, ({ path }) => ({
      contents: readFileSync(path, "utf8"),
      loader: "text",
    }));
  },
};
