import type { Analysis } from "@/lib/analyses/analysis";
import { analysisNamed } from "@/lib/analyses/registry";
import { askedParams } from "@/lib/notebook/asked-params";
import { drawingQuery } from "@/lib/notebook/drawing-query";
import { graphOf, isEdited, namesRead } from "@/lib/notebook/graph";
import type { CellId } from "@/lib/notebook/ids";
import type { AnalysisCell, AskingCell, ChartCell, Notebook, SqlCell } from "@/lib/notebook/notebook";
import type { ParamValue } from "@/lib/query/param";
import { toParams } from "@/lib/query/query";
import { type Problem, toProblem } from "@/lib/std/problem";
import type { Ports } from "./ports";
import { hashOf, resultKey } from "./result-key";
import { sqlParams } from "./sql-params";

/** A declared question with its parameters. */
export interface AnalysisAsk {
  kind: "analysis";
  analysis: Analysis;
  params: Record<string, ParamValue>;
}

/** A query somebody wrote, or one that a drawing stands for; parameters as SQL literals by name. */
export interface TextAsk {
  kind: "text";
  text: string;
  literals: Readonly<Record<string, string>>;
}

/** What a cell asks now. */
export interface Question {
  cell: AskingCell;
  /** Changes exactly when its result may: text, parameters, data, engine, and the same of all it reads. */
  key: string;
  /** null where there is nothing to ask. */
  ask: AnalysisAsk | TextAsk | null;
  /** The cells whose results it reads. */
  reads: readonly AskingCell[];
  /** "edited": it waits for a person to run it. "incomplete": there is nothing to run yet. */
  held: "edited" | "incomplete" | null;
  /** Why it cannot be asked. */
  problem: Problem | null;
}

/** The questions of a notebook, each after those it reads. */
export type Questions = ReadonlyMap<CellId, Question>;

type Versions = Pick<Ports, "relationsVersion" | "engineVersion">;

interface Asked extends Pick<Question, "ask" | "held" | "problem"> {
  /** What the key is of, besides what the cell reads. */
  own: unknown;
}

/** What every cell of a notebook asks. Never throws: a cell that cannot be asked says why. */
export function questionsOf(notebook: Notebook, ports: Versions): Questions {
  const graph = graphOf(notebook.cells);
  const versions = [ports.relationsVersion, ports.engineVersion];
  const data = hashOf(dataOf(notebook));
  const questions = new Map<CellId, Question>();
  for (const cell of graph.order) {
    const reads = graph.reads.get(cell.id) ?? [];
    const circle = graph.circles.get(cell.id);
    const asked = askedBy(notebook, cell, ports);
    const above = reads.map(({ id, name }) => [name, questions.get(id)?.key ?? "circle"]);
    const known = new Set(reads.map(({ name }) => name));
    const readsData = namesRead(cell).some((name) => !known.has(name));
    const key = typeof asked.own === "string" ? asked.own : hashOf([asked.own, above, readsData ? data : "", versions]);
    const problem = circle ? circleProblem(circle) : asked.problem;
    questions.set(cell.id, { cell, key, ask: asked.ask, reads, held: asked.held, problem });
  }
  return questions;
}

function dataOf({ dataSets }: Notebook): unknown {
  return dataSets.map(({ dataHash, fileName, replaced }) => [dataHash, fileName, replaced?.from, replaced?.to]);
}

function askedBy(notebook: Notebook, cell: AskingCell, ports: Versions): Asked {
  try {
    if (cell.kind === "analysis") return analysisAsk(notebook, cell, ports);
    return cell.kind === "sql" ? sqlAsk(notebook, cell) : chartAsk(cell);
  } catch (error) {
    return { ask: null, held: null, problem: toProblem(error), own: ["cannot be asked", cell] };
  }
}

function analysisAsk({ cells, dataSets }: Notebook, cell: AnalysisCell, ports: Versions): Asked {
  const analysis = analysisNamed(cell.analysis);
  const { query } = analysis;
  const params: Record<string, ParamValue> = toParams(query, askedParams(cells, cell));
  const { relationsVersion: relations, engineVersion: engine } = ports;
  const own = resultKey({ dataSets, query, params, relations, engine });
  return { ask: { kind: "analysis", analysis, params }, held: null, problem: null, own };
}

function sqlAsk({ cells }: Notebook, cell: SqlCell): Asked {
  const { literals, missing } = sqlParams(cells, cell);
  const held = cell.sql.trim() === "" ? "incomplete" : isEdited(cell) ? "edited" : null;
  const own = ["sql", cell.sql, literals, held, held ? 0 : (cell.ran?.edition ?? 0)];
  return { ask: { kind: "text", text: cell.sql, literals }, held, problem: missingProblem(missing), own };
}

function chartAsk(cell: ChartCell): Asked {
  const text = drawingQuery(cell);
  if (text === null) return { ask: null, held: "incomplete", problem: null, own: ["chart", cell.source] };
  return { ask: { kind: "text", text, literals: {} }, held: null, problem: null, own: ["chart", text] };
}

function missingProblem([first]: readonly string[]): Problem | null {
  if (first === undefined) return null;
  return {
    message: `This query needs a value for $${first}.`,
    hint: `Add an input named ${first}, or write the value in its place.`,
  };
}

/** "a reads b, b reads a." A circle ends with the cell it begins with. */
function circleProblem(circle: readonly AskingCell[]): Problem {
  const [first] = circle;
  if (circle.length <= 2) {
    return {
      message: `${first?.name} reads itself.`,
      hint: "Give the cell another name, or let it read another table.",
    };
  }
  const steps = circle.slice(1).map((cell, at) => `${circle[at]?.name} reads ${cell.name}`);
  return {
    message: `These cells read each other in a circle: ${steps.join(", ")}.`,
    hint: "Let one of them read a table instead, such as sales.",
  };
}

/** The cells that ask something; an empty query is no mistake yet. */
export function completeIds(questions: Questions): CellId[] {
  return [...questions.values()].flatMap(({ cell, held }) => (held === "incomplete" ? [] : cell.id));
}

/** A cell and, before it, all it hangs on that is not ready, in order. */
export function withAbove(questions: Questions, id: CellId, isReady: (question: Question) => boolean): CellId[] {
  const wanted = new Set([id]);
  for (const { cell, reads } of [...questions.values()].reverse()) {
    if (!wanted.has(cell.id)) continue;
    for (const read of reads) {
      const question = questions.get(read.id);
      if (question && !isReady(question)) wanted.add(read.id);
    }
  }
  return [...questions.keys()].filter((key) => wanted.has(key));
}
