/** Writes the sample shop to public/sample (not in git). Does nothing when it is there and its makers are unchanged. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { sampleShop } from "./sample-shop/sample-shop.mjs";
import { truths } from "./sample-shop/truths.mjs";

const root = join(import.meta.dirname, "..");
const target = join(root, "public", "sample");
const stampFile = join(root, ".cache", "sample-shop.json");

const sha256 = (data) => createHash("sha256").update(data).digest("hex");

/** The hash of everything the sample shop is made from. */
function makersHash() {
  const folder = join(import.meta.dirname, "sample-shop");
  const makers = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".mjs"))
    .sort()
    .map((path) => join(folder, path));
  return sha256([...makers, import.meta.filename].map((path) => readFileSync(path, "utf8")).join("\0"));
}

/** True when the stamp names these makers and every file it lists is unchanged. */
function upToDate(makers) {
  if (!existsSync(stampFile)) return false;
  const stamp = JSON.parse(readFileSync(stampFile, "utf8"));
  return (
    stamp.makers === makers &&
    Object.entries(stamp.outputs).every(
      ([path, hash]) => existsSync(join(root, path)) && sha256(readFileSync(join(root, path))) === hash,
    )
  );
}

const makers = makersHash();
if (upToDate(makers)) {
  console.log("Sample shop: up to date.");
} else {
  const { sales, stock } = sampleShop();
  const parts = [
    { name: truths.salesFile, kind: "sales", text: sales, path: "lakeside-sales.csv.gz" },
    { name: truths.stockFile, kind: "inventory", text: stock, path: "lakeside-stock.csv.gz" },
  ];
  const outputs = parts.map(({ text, path }) => ({ path, data: gzipSync(text, { level: 9 }) }));
  const files = parts.map(({ name, kind, text, path }) => ({
    name,
    kind,
    bytes: Buffer.byteLength(text),
    sha256: sha256(text),
    url: `/sample/${path}`,
  }));
  const { title, locale, currency } = truths;
  outputs.push({ path: "sample.json", data: `${JSON.stringify({ title, locale, currency, files }, null, 2)}\n` });
  mkdirSync(target, { recursive: true });
  for (const { path, data } of outputs) writeFileSync(join(target, path), data);
  const hashes = outputs.map(({ path, data }) => [relative(root, join(target, path)), sha256(data)]);
  mkdirSync(join(root, ".cache"), { recursive: true });
  writeFileSync(stampFile, JSON.stringify({ makers, outputs: Object.fromEntries(hashes) }));
  console.log(`Sample shop: ${files.map(({ name, bytes }) => `${name} (${bytes} bytes)`).join(", ")}.`);
}
