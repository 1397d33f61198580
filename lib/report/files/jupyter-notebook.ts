import type { Format } from "@/lib/query/format";
import {
  askingStatements,
  howToRun,
  insteadText,
  type NotebookScript,
  readingStatements,
  type ScriptCell,
} from "./notebook-script";
import { markdownText, plainMarkdown } from "./plain-markdown";
import { countOf, isNumber, linesOf, type NamedTable, valueIn } from "./shown-table";
import { xmlText } from "./xml-text";

/** Rows of a result that are written as the output of its cell. */
const MOST_ROWS = 200;

interface Output {
  output_type: "execute_result";
  execution_count: number;
  metadata: Record<string, never>;
  data: { "text/html": string; "text/plain": string };
}

type JupyterCell =
  | { cell_type: "markdown"; id: string; metadata: Record<string, never>; source: string }
  | {
      cell_type: "code";
      id: string;
      metadata: Record<string, never>;
      source: string;
      execution_count: number | null;
      outputs: readonly Output[];
    };

/** A SQL text as a Python string: as it stands where that is possible. */
function pythonString(text: string): string {
  const raw = !text.includes('"""') && !text.includes("\r");
  return raw ? `r"""\n${text}\n"""` : JSON.stringify(text);
}

function htmlTable(table: NamedTable, format: Format): string {
  const heads = table.columns.map(({ label }) => `<th>${xmlText(label)}</th>`).join("");
  const lines = shownLines(table).map((row) => {
    const cells = table.columns.map((column) => {
      const value = valueIn(row, column);
      const written = xmlText(format.value(value, column, column.digits));
      const exact = isNumber(column) && value !== null ? ` data-value="${xmlText(String(value))}" align="right"` : "";
      return `<td${exact}>${written}</td>`;
    });
    return `<tr>${cells.join("")}</tr>`;
  });
  const more = remaining(table);
  return `<table><thead><tr>${heads}</tr></thead><tbody>${lines.join("")}</tbody></table>${more === null ? "" : `<p>${more}</p>`}`;
}

function plainTable(table: NamedTable, format: Format): string {
  const texts = [
    table.columns.map(({ label }) => label),
    ...shownLines(table).map((row) =>
      table.columns.map((column) => format.value(valueIn(row, column), column, column.digits).replace(/\s+/g, " ")),
    ),
  ];
  const widths = table.columns.map((_, at) => Math.max(...texts.map((cells) => cells[at]?.length ?? 0)));
  const lines = texts.map((cells) =>
    cells
      .map((cell, at) => {
        const column = table.columns[at];
        const width = widths[at] ?? 0;
        return column && isNumber(column) ? cell.padStart(width) : cell.padEnd(width);
      })
      .join("  ")
      .trimEnd(),
  );
  const more = remaining(table);
  return [...lines, ...(more === null ? [] : [more])].join("\n");
}

function shownLines(table: NamedTable) {
  return countOf(table) <= MOST_ROWS ? linesOf(table) : table.rows.slice(0, MOST_ROWS);
}

function remaining(table: NamedTable): string | null {
  const count = countOf(table);
  return count <= MOST_ROWS ? null : `The first ${MOST_ROWS} of ${count} rows.`;
}

/**
 * A notebook as Jupyter keeps them (nbformat 4.5): notes are Markdown, queries run in DuckDB, their results stand below
 * them. `tables` are the results by the title of the cell, in the order of the script's queries.
 */
export function jupyterNotebook(
  script: NotebookScript,
  tables: readonly (NamedTable | null)[],
  format: Format,
): string {
  const cells: JupyterCell[] = [];
  let runs = 0;
  let queries = 0;
  const id = () => `lucid-${cells.length + 1}`;
  const words = (source: string) => {
    cells.push({ cell_type: "markdown", id: id(), metadata: {}, source });
  };
  const code = (source: string, table: NamedTable | null = null) => {
    runs += 1;
    const data = table && { "text/html": htmlTable(table, format), "text/plain": plainTable(table, format) };
    const outputs: Output[] = data
      ? [{ output_type: "execute_result", execution_count: runs, metadata: {}, data }]
      : [];
    cells.push({ cell_type: "code", id: id(), metadata: {}, source, execution_count: runs, outputs });
  };
  const asOf = script.asOf === null ? "" : ` Data as of ${script.asOf}.`;
  words(`# ${markdownText(script.title)}\n\nWritten by Lucid.${asOf} ${markdownText(howToRun(script))}`);
  const beside = script.files.filter(({ instead }) => instead !== null).map(insteadText);
  code(
    [
      "# pip install duckdb pandas",
      ...beside.map((line) => `# ${line.replace(/\s+/g, " ")}`),
      "import duckdb",
      "",
      "con = duckdb.connect()",
      ...script.files.flatMap((file) => readingStatements(file).map((sql) => `con.execute(${pythonString(sql)})`)),
      ...script.relations.map((sql) => `con.execute(${pythonString(sql)})`),
    ].join("\n"),
  );
  const query = (cell: Extract<ScriptCell, { kind: "query" }>) => {
    const told = [cell.answer, cell.asked, cell.remark ?? ""].filter((line) => line !== "").map(markdownText);
    words([`## ${markdownText(cell.title)}`, ...told].join("\n\n"));
    const statements = askingStatements(cell);
    const last = statements.at(-1) ?? "";
    const before = statements.slice(0, -1).map((sql) => `con.execute(${pythonString(sql)})`);
    code([...before, `con.sql(${pythonString(last)}).df()`].join("\n"), tables[queries] ?? null);
    queries += 1;
  };
  for (const cell of script.cells) {
    if (cell.kind === "note") words(`## ${markdownText(cell.title)}\n\n${plainMarkdown(cell.text)}`);
    else if (cell.kind === "filter") words(`**${markdownText(cell.title)}**: ${markdownText(cell.words)}`);
    else if (cell.kind === "failed") {
      words(`## ${markdownText(cell.title)}\n\n${markdownText(cell.why)}`);
      code(cell.sql.replace(/^/gm, "# "));
    } else query(cell);
  }
  const metadata = {
    kernelspec: { display_name: "Python 3", language: "python", name: "python3" },
    language_info: { name: "python" },
    title: script.title,
  };
  return `${JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
}
