import { statementSpans } from "@/lib/engine/sql-text";
import { relationsScript } from "@/lib/ingest/relations-script";
import type { CellId } from "@/lib/notebook/ids";
import type { Cell, Notebook } from "@/lib/notebook/notebook";
import { identifier } from "@/lib/query/literal";
import type { NotebookScript, ScriptCell } from "@/lib/report/files/notebook-script";
import { resultCells, wordsOf } from "@/lib/report/files/report-tables";
import type { WholeReport } from "@/lib/report/files/report-workbook";
import { dayMade, type Report } from "@/lib/report/report";
import { toReadSet } from "./data-tables";
import type { FilesAtHand } from "./files-at-hand";
import { questionSql } from "./question-sql";
import { type Question, questionsOf } from "./questions";
import { scriptFiles } from "./script-files";
import type { CellStatus, WorkbenchState } from "./state";
import type { WholeSpec } from "./whole-tables";

export interface ExportSpec extends WholeSpec {
  atHand: FilesAtHand;
}

/** A notebook as SQL, and the files that have to lie beside the script. */
export interface MadeScript {
  script: NotebookScript;
  beside: readonly { name: string; bytes: Uint8Array<ArrayBuffer> }[];
  /** The names of the cells whose queries the script asks, in its order. */
  asked: readonly string[];
}

const MADE = /create or replace (?:view|table|temp table) "?(\w+)"?/gi;

/** Names the model makes: a cell of such a name is asked, not kept. */
function namesMade(statements: readonly string[]): Set<string> {
  return new Set(statements.flatMap((text) => [...text.matchAll(MADE)].map((match) => (match[1] ?? "").toLowerCase())));
}

/** Everything the open notebook asks as SQL over the files it was read from. */
export async function notebookScript(
  { context, tables, atHand }: ExportSpec,
  { report }: Pick<WholeReport, "report">,
  notebook: Notebook,
  signal?: AbortSignal,
): Promise<MadeScript> {
  const { ports } = context;
  const { dataSets } = notebook;
  const engine = await tables.ensure(dataSets);
  signal?.throwIfAborted();
  const read = await scriptFiles({ ports, engine, atHand }, dataSets, signal);
  const recorded = await relationsScript(engine, dataSets.map(toReadSet), { signal });
  const relations = recorded.map((text) => shortened(text, dataSets)).flatMap(statementsOf);
  const taken = namesMade([...relations, ...read.flatMap(({ file }) => file.statements)]);
  const { runs } = context.store.get();
  const queries = queriesOf(notebook, questionsOf(notebook, ports), { report, taken, runs });
  return {
    script: {
      title: report.title,
      asOf: report.asOf,
      madeOn: dayMade(report),
      files: read.map(({ file }) => file),
      relations,
      cells: queries.map(({ cell }) => cell),
    },
    beside: read.flatMap(({ beside }) => beside),
    asked: queries.flatMap(({ cell, name }) => (cell.kind === "query" ? [name] : [])),
  };
}

function statementsOf(text: string): string[] {
  return statementSpans(text).map(({ start, end }) => text.slice(start, end));
}

/** The long ids of data sets as their numbers. */
function shortened(text: string, dataSets: Notebook["dataSets"]): string {
  return dataSets.reduce((short, { id }, at) => short.replaceAll(id, String(at + 1)), text);
}

interface Told {
  report: Report;
  runs: WorkbenchState["runs"];
  taken: ReadonlySet<string>;
}

/** The cells in the order of the notebook, but each after those it reads. */
function queriesOf(
  { cells }: Notebook,
  questions: ReadonlyMap<CellId, Question>,
  told: Told,
): { name: string; cell: ScriptCell }[] {
  const done = new Set<CellId>();
  const written: { name: string; cell: ScriptCell }[] = [];
  const write = (cell: Cell) => {
    if (done.has(cell.id)) return;
    done.add(cell.id);
    const question = questions.get(cell.id);
    for (const read of question?.reads ?? []) write(read);
    const made = question ? queryCell(question, told) : wordsCell(cell, told.report);
    if (made) written.push({ name: cell.name, cell: made });
  };
  for (const cell of cells) write(cell);
  return written;
}

function wordsCell({ name }: Cell, report: Report): ScriptCell | null {
  const cell = report.cells.find((other) => other.name === name);
  if (cell?.kind === "note") return { kind: "note", title: cell.title, text: cell.text };
  return cell?.kind === "input" ? { kind: "filter", title: cell.title, words: cell.words } : null;
}

/** What stops a script that runs them: they gave no result here either. */
const FAILED: ReadonlySet<CellStatus> = new Set(["error", "blocked"]);

function queryCell(question: Question, { report, taken, runs }: Told): ScriptCell | null {
  const { id, name, title } = question.cell;
  const frozen = resultCells(report).find((cell) => cell.name === name);
  const caution = frozen?.caution ?? null;
  const asked = questionSql(question);
  if (asked === null) {
    const words = question.problem?.message ?? "There is nothing this cell can ask yet.";
    return { kind: "filter", title, words };
  }
  const sql = asked.replace(/;\s*$/, "");
  const status = runs[id]?.status;
  if (status && FAILED.has(status)) return { kind: "failed", title, why: caution ?? "There is no result.", sql };
  return {
    kind: "query",
    table: taken.has(name.toLowerCase()) ? null : identifier(name),
    title,
    answer: frozen ? wordsOf(frozen.answer) : "",
    asked: frozen?.asked ?? "",
    sql,
    remark: [caution, remarkOf(question)].filter((words) => words !== null).join(" ") || null,
  };
}

/** What Lucid makes of the rows of a query in code. */
function remarkOf({ ask }: Question): string | null {
  if (ask?.kind !== "analysis") return null;
  if (ask.analysis.name === "insights")
    return "These are the facts; which of them are worth saying Lucid judges by rules.";
  return ask.analysis.derive ? "Lucid works its figures out from these rows." : null;
}
