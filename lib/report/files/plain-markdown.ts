import type { Nodes, Root } from "mdast";
import { markdownTree } from "@/lib/std/markdown-tree";

/** Text that Markdown shows as it stands. No "<" is left: a backslash before it may be part of an address. */
export function markdownText(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()#+\-.!|<>~$]/g, (sign) => (sign === "<" ? "&lt;" : `\\${sign}`))
    .replace(/[\r\n]+/g, " ");
}

/** More readings than a text needs of which each gives another; one that takes more is written letter by letter. */
const MOST_READINGS = 6;

/** A line of code in a paragraph may begin like HTML, and HTML ends a paragraph. */
function isOverLines(code: string): boolean {
  return code.includes("<") && /[\r\n]/.test(code);
}

/** Where code stands, from and to, in its order. */
function codePlaces(text: string, tree: Root): { from: number; to: number }[] {
  const places: { from: number; to: number }[] = [];
  const waiting: Nodes[] = [tree];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ("children" in node) waiting.push(...node.children.toReversed());
    const [from, to] = [node.position?.start.offset, node.position?.end.offset];
    if (from === undefined || to === undefined) continue;
    const isWords = node.type === "inlineCode" && isOverLines(text.slice(from, to));
    if (node.type === "code" || (node.type === "inlineCode" && !isWords)) places.push({ from, to });
  }
  return places;
}

/** No "<" is left here either. */
function plainWords(words: string): string {
  return words.replace(/(?<!\\)(\\*)(?:([$<])|(?<!!)!+(?=\[))/g, (all, slashes: string, sign: string | undefined) => {
    const escaped = slashes.length % 2 === 1;
    const before = escaped ? slashes.slice(1) : slashes;
    if (sign === "$") return escaped ? all : `${slashes}\\$`;
    if (sign === "<") return `${before}&lt;`;
    return escaped ? `${before}&#33;` : before;
  });
}

/** Code without its language: some readers draw a diagram of it, with pictures from elsewhere. */
function plainCode(code: string): string {
  return code.replace(/^(`{3,}|~{3,})[^\r\n]*/, (fence, marks: string) =>
    marks.startsWith("`") && fence.slice(marks.length).includes("`") ? fence : marks,
  );
}

function plainRound(text: string, tree: Root): string {
  let written = "";
  let last = 0;
  for (const { from, to } of codePlaces(text, tree)) {
    written += plainWords(text.slice(last, from)) + plainCode(text.slice(from, to));
    last = to;
  }
  return written + plainWords(text.slice(last));
}

/**
 * Markdown of one's own as it reads in Lucid: there dollars are no formula, what looks like HTML is text, and pictures are
 * named, not fetched. What was code may be none once signs before it are plain, so it is read until nothing changes.
 */
export function plainMarkdown(text: string): string {
  let written = text.replace(/^\ufeff/, "");
  for (let reading = 0; reading < MOST_READINGS; reading += 1) {
    const tree = markdownTree(written, { html: false });
    if (!tree) break;
    const plain = plainRound(written, tree);
    if (plain === written) return written;
    written = plain;
  }
  return text
    .split(/\r?\n|\r/)
    .map((line) => markdownText(line.trim()))
    .join("\n");
}
