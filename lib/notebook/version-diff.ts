import type { ParamValue } from "@/lib/query/param";
import { type LineChange, lineDiff } from "./line-diff";
import { movedItems } from "./moved-items";
import type { Asking, Cell, DataSet, Notebook } from "./notebook";

/** One thing that changed: a sentence, and for texts the lines. */
export interface Difference {
  sentence: string;
  lines: readonly LineChange[] | null;
}

/** How a parameter of an analysis and its value are called: "Limit", "25"; without a value, by what it is then. */
export type ParamWords = (
  asking: Asking,
  name: string,
  value: ParamValue | undefined,
) => { label: string; value: string };

const KINDS: Readonly<Record<Cell["kind"], string>> = {
  analysis: "an analysis",
  sql: "a query of its own",
  chart: "a chart",
  note: "a note",
  input: "an input",
};

const told = (sentence: string, lines: readonly LineChange[] | null = null): Difference => ({ sentence, lines });
const quoted = (text: string) => `"${text}"`;
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function changedKeys(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((key) => !same(a[key], b[key]));
}

function asked(before: Asking, after: Asking, cells: readonly Cell[], words: ParamWords): string[] {
  const nameOf = (id: string | undefined) => cells.find((cell) => cell.id === id)?.title ?? "an input that is gone";
  return changedKeys({ ...before.params, ...before.inputs }, { ...after.params, ...after.inputs }).map((name) => {
    const shown = (asking: Asking) => {
      const { label, value } = words(asking, name, asking.params[name]);
      return { label, text: asking.inputs[name] ? nameOf(asking.inputs[name]) : value };
    };
    const [was, is] = [shown(before), shown(after)];
    return `${is.label} ${was.text} → ${is.text}`;
  });
}

function cellDifferences(before: Cell, after: Cell, cells: readonly Cell[], words: ParamWords): Difference[] {
  const title = after.title;
  const found: Difference[] = [];
  if (before.title !== after.title) found.push(told(`Cell ${quoted(before.title)} is called ${quoted(title)}`));
  if (before.name !== after.name) found.push(told(`${title}: queries call it ${after.name} instead of ${before.name}`));
  if (before.kind !== after.kind) {
    const text = after.kind === "sql" ? lineDiff("", after.sql) : null;
    return [...found, told(`${title} became ${KINDS[after.kind]}`, text)];
  }
  if (before.kind === "analysis" && after.kind === "analysis") {
    found.push(...asked(before, after, cells, words).map((change) => told(`${title}: ${change}`)));
  }
  if (before.kind === "sql" && after.kind === "sql" && before.sql !== after.sql) {
    found.push(told(`SQL of ${title} changed`, lineDiff(before.sql, after.sql)));
  }
  if (before.kind === "note" && after.kind === "note" && before.text !== after.text) {
    found.push(told(`Text of ${title} changed`, lineDiff(before.text, after.text)));
  }
  if (before.kind === "chart" && after.kind === "chart") {
    if (before.source !== after.source) found.push(told(`${title}: draws ${after.source} instead of ${before.source}`));
    for (const key of changedKeys({ ...before.drawing }, { ...after.drawing }) as (keyof typeof after.drawing)[]) {
      found.push(told(`${title}: ${key} ${before.drawing[key] || "none"} → ${after.drawing[key] || "none"}`));
    }
  }
  if (before.kind === "input" && after.kind === "input" && before.value !== after.value) {
    found.push(told(`${title}: ${before.value} → ${after.value}`));
  }
  return found;
}

function cellsDifferences(before: Notebook, after: Notebook, words: ParamWords): Difference[] {
  const was = new Map(before.cells.map((cell) => [cell.id, cell]));
  const is = new Map(after.cells.map((cell) => [cell.id, cell]));
  const moved = movedItems(
    before.cells.map(({ id }) => id),
    after.cells.map(({ id }) => id),
  );
  return [
    ...before.cells.filter(({ id }) => !is.has(id)).map(({ title }) => told(`Cell ${quoted(title)} removed`)),
    ...after.cells.flatMap((cell) => {
      const old = was.get(cell.id);
      return old
        ? cellDifferences(old, cell, [...before.cells, ...after.cells], words)
        : told(`Cell ${quoted(cell.title)} added`);
    }),
    ...moved.map((id) => told(`Cell ${quoted(is.get(id)?.title ?? "")} moved`)),
  ];
}

/** A file that is read another way, or comes again, is a data set of its own: its name holds the two together. */
function dataDifferences(before: readonly DataSet[], after: readonly DataSet[]): Difference[] {
  const twin = ({ id, fileName }: DataSet, others: readonly DataSet[]) =>
    others.find((other) => other.id === id) ?? others.find((other) => other.fileName === fileName);
  return [
    ...before.filter((dataSet) => !twin(dataSet, after)).map(({ fileName }) => told(`Data set ${fileName} removed`)),
    ...after.flatMap((dataSet) => {
      const old = twin(dataSet, before);
      if (!old) return told(`Data set ${dataSet.fileName} added`);
      if (old.fileHash !== dataSet.fileHash) return told(`Data set ${dataSet.fileName} is of another file`);
      if (!same(old.plan, dataSet.plan)) return told(`Data set ${dataSet.fileName} is read another way`);
      if (same(old.replaced, dataSet.replaced)) return [];
      return told(`Data set ${dataSet.fileName}: other days count`);
    }),
  ];
}

function counted(count: number, one: string, many: string): Difference[] {
  return count === 0 ? [] : [told(count === 1 ? one : `${count} ${many}`)];
}

/** What turned one state of a notebook into another, as sentences; whether cells are folded is no difference. */
export function versionDiff(before: Notebook, after: Notebook, words: ParamWords): Difference[] {
  const arrow = (what: string, a: string, b: string) => (a === b ? [] : [told(`${what} ${a} → ${b}`)]);
  return [
    ...arrow("Title", quoted(before.title), quoted(after.title)),
    ...dataDifferences(before.dataSets, after.dataSets),
    ...cellsDifferences(before, after, words),
    ...arrow("Currency", before.currency ?? "none", after.currency ?? "none"),
    ...arrow("Numbers are written as in", before.locale, after.locale),
    ...arrow("Auto-run", before.autoRun ? "on" : "off", after.autoRun ? "on" : "off"),
    ...counted(
      changedKeys(before.insightStates, after.insightStates).length,
      "The mark of one insight changed",
      "insights are marked another way",
    ),
    ...counted(
      changedKeys(before.explanations, after.explanations).length,
      "One explanation changed",
      "explanations changed",
    ),
  ];
}
