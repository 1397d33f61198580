/** A file of the notebook and the SQL that reads it. */
export interface ScriptFile {
  fileName: string;
  /** "Read 541,909 lines as sales: ..." */
  readAs: string;
  /** Why SQL alone cannot read it as Lucid did, as the end of a sentence; its lines then lie beside the script. */
  instead: string | null;
  /** Statements without a semicolon at their end. */
  statements: readonly string[];
  /** A query that fails where other lines were read than Lucid read. */
  check: string;
}

/** A cell that asks something, or words of one's own. */
export type ScriptCell =
  | { kind: "note"; title: string; text: string }
  | { kind: "filter"; title: string; words: string }
  /** A query that gave no result: it is told, and not run. */
  | { kind: "failed"; title: string; why: string; sql: string }
  | {
      kind: "query";
      /** What the script calls its result; null where that name means something else already. */
      table: string | null;
      title: string;
      answer: string;
      asked: string;
      /** One query, its parameters written in. */
      sql: string;
      /** What Lucid adds to the rows of the query. */
      remark: string | null;
    };

/** A notebook as SQL: everything a DuckDB shell needs to give the same numbers. */
export interface NotebookScript {
  title: string;
  /** YYYY-MM-DD or null. */
  asOf: string | null;
  /** The day it was made, YYYY-MM-DD. */
  madeOn: string;
  files: readonly ScriptFile[];
  /** The model: statements that make sales, inventory, catalogue and the others. */
  relations: readonly string[];
  cells: readonly ScriptCell[];
}

/** Text behind `--`, a line each, so that nothing of it is ever run. */
export function sqlComment(text: string): string {
  return text
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/)
    .map((line) => `-- ${line}`.trimEnd())
    .join("\n");
}

const ended = (statement: string) => `${statement.replace(/;\s*$/, "").trimEnd()}\n;`;

/** The statements that read a file and prove that it is the one. */
export function readingStatements({ statements, check }: Pick<ScriptFile, "statements" | "check">): string[] {
  return [...statements, check];
}

/** The statement that asks a cell; where others may read its result it is kept under its name. */
export function askingStatements({ table, sql }: { table: string | null; sql: string }): string[] {
  return table === null ? [sql] : [`create or replace table ${table} as\n${sql}`, `from ${table}`];
}

function heading(text: string): string {
  const line = "-".repeat(78);
  return `${line}\n${sqlComment(text)}\n${line}`;
}

function cellText(cell: ScriptCell): string {
  if (cell.kind === "note") return sqlComment(`${cell.title}\n\n${cell.text}`);
  if (cell.kind === "filter") return sqlComment(`${cell.title}: ${cell.words}`);
  if (cell.kind === "failed") return `${heading(`${cell.title}\n${cell.why}`)}\n${sqlComment(cell.sql)}`;
  const told = [cell.title, cell.answer, cell.asked, cell.remark ?? ""].filter((line) => line !== "");
  return [heading(told.join("\n")), ...askingStatements(cell).map(ended)].join("\n");
}

/** How a script is run, and what it proves. */
export function howToRun({ files }: Pick<NotebookScript, "files">): string {
  const names = files.map(({ fileName }) => fileName).join(", ");
  return `It reads ${names === "" ? "no file" : names} from the folder it is run in, with DuckDB 1.3 or newer. Each file is checked: where other lines or amounts are read than Lucid read, the run stops and says so.`;
}

/** A notebook as one SQL script for the DuckDB shell. */
export function sqlScript(script: NotebookScript): string {
  const { title, asOf, madeOn, files, relations, cells } = script;
  const about = [
    title,
    `Written by Lucid on ${madeOn}${asOf === null ? "" : `; data as of ${asOf}`}.`,
    "",
    howToRun(script),
    "Run it with: duckdb < this-file.sql",
  ];
  const read = files.flatMap((file) => [
    heading([file.fileName, file.readAs, ...(file.instead === null ? [] : [insteadText(file)])].join("\n")),
    ...readingStatements(file).map(ended),
  ]);
  const model = [heading("What the questions read: sales, inventory, products, catalogue and more")];
  return `${[sqlComment(about.join("\n")), ...read, ...model, ...relations.map(ended), ...cells.map(cellText)].join("\n\n")}\n`;
}

/** Why the lines of a file come from another one. */
export function insteadText({ fileName, instead }: Pick<ScriptFile, "fileName" | "instead">): string {
  return `SQL alone cannot read ${fileName} as Lucid did: ${instead}. The lines Lucid kept of it lie beside this script.`;
}
