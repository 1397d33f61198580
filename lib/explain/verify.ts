import { periodFits, subjectFits } from "./attach";
import type { Book } from "./book";
import { claimsOf, contextOf, measureFits } from "./check-line";
import type { Claim } from "./claim";
import { isDate, knownDates } from "./date-marks";
import { directionNear } from "./derived-claims";
import { contradiction } from "./directions";
import { unitFits } from "./fits";
import { blanked, type Line, type NameMark, toLine } from "./line";
import { normalised } from "./normalised";
import { wordOfName } from "./repeated-names";
import type { Fault, FaultKind, Operation, Piece, RawSentence, Verdict } from "./sentence";
import { type TemplatePart, templateParts } from "./template";
import { signedText, type WrittenNumber, writtenNumber } from "./write-number";

const fault = (kind: FaultKind, message: string): { fault: Fault } => ({ fault: { kind, message } });

interface Bound extends Claim {
  unit: WrittenNumber["unit"];
}

interface Rendered {
  pieces: Piece[];
  line: Line;
  bounds: Bound[];
}

const wordsOf = (parts: readonly TemplatePart[]) =>
  parts.map((part) => (part.kind === "text" ? part.text : part.kind === "name" ? "\ue000" : "\ue001"));

const TOLD =
  /\b(?:loss of|lost|loses|losing|fell by|fell|down by|down|dropped by|dropped|declined by|declined|shrank by) (?:about |only )?$/i;

/** True when the words around a number say on which side of nothing it lies: "up by 5%", "a loss of 5". */
function isTold(words: readonly string[], at: number, operation: Operation): boolean {
  const before = words.slice(0, at).join("");
  const isMove = operation === "change" || operation === "diff";
  return isMove ? directionNear(words.join(""), before.length) !== null : TOLD.test(before);
}

/** Puts names and numbers in their places, and keeps where each stands in the normalised text. */
function rendered(parts: readonly TemplatePart[], book: Book): Rendered | { fault: Fault } {
  const words = wordsOf(parts);
  const pieces: Piece[] = [];
  const names: NameMark[] = [];
  const bounds: Bound[] = [];
  let text = "";
  for (const [at, part] of parts.entries()) {
    const start = text.length;
    if (part.kind === "text") {
      pieces.push(part);
      text += normalised(part.text);
    } else if (part.kind === "name") {
      const name = book.names.get(part.id) ?? part.id;
      pieces.push({ kind: "name", text: name, id: part.id });
      text += normalised(name);
      names.push({ start, end: text.length, id: part.id });
    } else {
      const { operation, metrics } = part;
      const written = writtenNumber(operation, metrics, book);
      const ids = metrics.map(({ id }) => id);
      if (!written) return fault("mixed-units", `{{${operation} ${ids.join(" ")}}} cannot be computed.`);
      const shown = signedText(written, isTold(words, at, operation));
      pieces.push({ kind: "number", text: shown, operation, metrics: ids });
      text += normalised(shown);
      bounds.push({ start, end: text.length, operation, metrics, value: written.value, unit: written.unit });
    }
  }
  return { pieces, bounds, line: { text, masked: blanked(text, names), names } };
}

type Around = ReturnType<typeof contextOf>;

/** A number that is not, from end to end, one of the bound ones: a digit, a number word, or a unit beside a placeholder. */
function strayNumber({ mentions, dates, line, book }: Around, bounds: readonly Bound[]): Fault | null {
  for (const mention of mentions) {
    const bound = bounds.find(({ start, end }) => mention.start >= start && mention.end <= end);
    const text = line.text.slice(mention.start, mention.end);
    if (!bound) return { kind: "plain-number", message: `"${text}" is a number outside a placeholder.` };
    const [metric] = bound.metrics;
    const isNamed = mention.kind === "number" && mention.noun !== null && bound.operation === "value";
    if (metric && isNamed && !unitFits(mention, metric, book.payload.currency)) {
      return { kind: "mixed-units", message: `${text} is "${metric.label}", not ${mention.noun}.` };
    }
  }
  for (const date of dates) {
    if (bounds.some(({ start, end }) => date.start < end && date.end > start)) continue;
    const text = line.text.slice(date.start, date.end);
    if (/\d/.test(text))
      return { kind: "plain-number", message: `"${text}" is a date outside a placeholder; {{period m1}} writes one.` };
    if (!knownDates(book).some((day) => isDate(date.key, day)))
      return { kind: "wrong-number", message: `There are no figures of ${text}.` };
  }
  return null;
}

/** A number said of another product or period than its own. */
function strayFigure(context: Around, bounds: readonly Bound[]): Fault | null {
  const { line, book } = context;
  const isNamed = (of: string | null) =>
    of === null || book.payload.names.length === 1 || line.names.some(({ id }) => id === of);
  for (const bound of bounds) {
    const [metric] = bound.metrics;
    if (!metric || bound.operation === "period") continue;
    const isOwn =
      bound.operation === "value"
        ? subjectFits(context, bound, metric.of)
        : bound.metrics.every(({ of }) => isNamed(of));
    const ids = bound.metrics.map(({ id }) => id).join(" ");
    if (bound.operation === "value" && !measureFits(metric, context)) {
      return {
        kind: "wrong-subject",
        message: `${ids} is "${metric.label}", which is not what the sentence speaks of.`,
      };
    }
    if (!isOwn)
      return { kind: "wrong-subject", message: `${ids} is not a figure of what the sentence names beside it.` };
    if (bound.operation === "value" && !periodFits(context, bound, metric)) {
      return {
        kind: "wrong-subject",
        message: `${ids} is a figure of ${metric.period ?? "all the data"}; name that period with {{period ${ids}}}.`,
      };
    }
  }
  return null;
}

function wrongDirection(context: Around, bounds: readonly Bound[]): Fault | null {
  const opposed = bounds.find(({ operation, value, start }) => {
    const direction = operation === "change" || operation === "diff" ? directionNear(context.line.masked, start) : null;
    return direction !== null && value !== 0 && value > 0 !== (direction === "up");
  });
  const word = opposed ? context.line.text.slice(opposed.start, opposed.end) : contradiction(context, bounds);
  return word === null ? null : { kind: "wrong-direction", message: `The figures do not bear out "${word}".` };
}

/**
 * Verifies one sentence of a model (or a rule): the pieces to show, or why it must not be shown. Pure; the same in browser
 * and server. RELIABILITY 5: numbers come from placeholders alone, each of the product and period the sentence names.
 */
export function verifySentence(raw: RawSentence, book: Book): Verdict {
  const failed = (found: Fault): Verdict => ({ ok: false, fault: found });
  const read = templateParts(raw.text, book);
  if ("fault" in read) return failed(read.fault);
  if (!read.parts.some(({ kind }) => kind !== "text")) {
    return failed({ kind: "unbound", message: "The sentence names no metric and no product." });
  }
  const word = wordOfName(read.parts.map((part) => (part.kind === "text" ? part.text : " ")).join(""), book.payload);
  if (word !== null)
    return failed({ kind: "repeats-name", message: `"${word}" is from a name; write names as {{P1}}.` });
  const done = rendered(read.parts, book);
  if ("fault" in done) return failed(done.fault);
  const context = { ...contextOf(done.line, book), numbers: done.bounds };
  const found =
    strayNumber(context, done.bounds) ?? strayFigure(context, done.bounds) ?? wrongDirection(context, done.bounds);
  return found ? failed(found) : { ok: true, sentence: { part: raw.part, pieces: done.pieces } };
}

/** Verifies plain text that has no placeholders: the metrics of its numbers in order, or the first fault. */
export function verifyText(
  text: string,
  book: Book,
): { ok: true; claims: readonly Claim[] } | { ok: false; fault: Fault } {
  const result = claimsOf(toLine(text, book), book);
  return "fault" in result ? { ok: false, fault: result.fault } : { ok: true, claims: result.claims };
}
