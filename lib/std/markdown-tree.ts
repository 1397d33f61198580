import type { Definition, Nodes, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

/** Deeper than anybody quotes or lists; the reader of Markdown gives up at some thousand. */
const DEEPEST = 30;
const WIDEST_ROW = 400;
const MOST_OPENINGS = 2000;
const LONGEST = 100_000;

const container = String.raw`[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])[ \t])`;
const tooDeep = new RegExp(`^(?:${container}){${DEEPEST + 1}}`, "m");

const countOf = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** True for text whose reading as Markdown would take seconds: nested, or opening brackets and stars, without end. */
function isInvolved(text: string): boolean {
  return (
    text.length > LONGEST ||
    tooDeep.test(text) ||
    text.split("\n").some((line) => countOf(line, /\|/g) > WIDEST_ROW) ||
    countOf(text, /[[<]|[*_~]+/g) > MOST_OPENINGS
  );
}

/** What begins with "<" is text. */
const WITHOUT_HTML = { disable: { null: ["htmlFlow", "htmlText", "autolink"] } };

/**
 * Markdown as a tree, tables, strike-through and task lists included; null for text that is better shown as it stands.
 * Without `html` it is read as if there were none.
 */
export function markdownTree(text: string, { html = true } = {}): Root | null {
  if (isInvolved(text)) return null;
  const extensions = html ? [gfm()] : [gfm(), WITHOUT_HTML];
  return fromMarkdown(text, { extensions, mdastExtensions: [gfmFromMarkdown()] });
}

/** Where `[words][name]` leads, by name; of two of the same name the first counts. */
export function linkTargets(root: Root): Map<string, string> {
  const targets = new Map<string, string>();
  const waiting: Nodes[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === "definition") addTarget(targets, node);
    if ("children" in node) waiting.push(...node.children.toReversed());
  }
  return targets;
}

function addTarget(targets: Map<string, string>, { identifier, url }: Definition): void {
  if (!targets.has(identifier)) targets.set(identifier, url);
}
