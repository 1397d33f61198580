import type { Book } from "./book";
import type { Metric } from "./payload";
import type { Fault, Operation } from "./sentence";

/** A sentence taken apart: its words, its names, and its numbers still to be computed. */
export type TemplatePart =
  | { kind: "text"; text: string }
  | { kind: "name"; id: string }
  | { kind: "number"; operation: Operation; metrics: readonly Metric[] };

const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}|\b(P[1-9]\d?)\b/g;
const OPERATIONS = new Set(["period", "change", "diff", "ratio", "share", "sum"]);
const PLAIN = /^[\p{Script=Latin}\p{N}\p{Sc}\s.,;:!?'"“”‘’„()\-–—−%&/…+]*$/u;
const LINK = /\bwww\b|https?|:\/\/|[\p{L}\p{N}]\.\p{L}{2,}|\/\//iu;

function malformed(message: string): Fault {
  return { kind: "malformed", message };
}

function placeholderPart(inside: string, book: Book): TemplatePart | Fault {
  if (book.names.has(inside)) return { kind: "name", id: inside };
  const [first = "", ...rest] = inside.split(/\s+/);
  const isValue = rest.length === 0 && /^m\d+$/.test(first);
  if (!isValue && !OPERATIONS.has(first)) {
    const isName = /^P\d+$/.test(first);
    return isName
      ? { kind: "unknown-id", message: `There is no name ${first}.` }
      : malformed(`{{${inside}}} is no placeholder.`);
  }
  const ids = isValue ? [first] : rest;
  const metrics = ids.flatMap((id) => book.metrics.get(id) ?? []);
  if (metrics.length < ids.length || ids.length === 0)
    return { kind: "unknown-id", message: `{{${inside}}} names a metric that is not there.` };
  return { kind: "number", operation: isValue ? "value" : (first as Operation), metrics };
}

function textFault(text: string): Fault | null {
  if (/[\r\n\t]/.test(text) || !PLAIN.test(text))
    return malformed("Only plain words and punctuation of one sentence may stand there.");
  return LINK.test(text) ? malformed("No links and no addresses.") : null;
}

/** The parts of a raw sentence, or the fault that makes it no sentence. */
export function templateParts(text: string, book: Book): { parts: TemplatePart[] } | { fault: Fault } {
  const parts: TemplatePart[] = [];
  let from = 0;
  const addText = (words: string) => {
    if (words !== "") parts.push({ kind: "text", text: words });
    return textFault(words);
  };
  for (const match of text.matchAll(PLACEHOLDER)) {
    const fault = addText(text.slice(from, match.index));
    if (fault) return { fault };
    const part = placeholderPart(match[1] ?? match[2] ?? "", book);
    if ("message" in part) return { fault: part };
    parts.push(part);
    from = match.index + match[0].length;
  }
  const fault = addText(text.slice(from));
  return fault ? { fault } : { parts };
}
