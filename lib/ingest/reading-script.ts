import { identifier, quoteLiteral } from "@/lib/query/literal";
import { lineAmount } from "./amount-sql";
import { datePartsSql } from "./date-parts-sql";
import { dateSql } from "./date-sql";
import type { DateShape } from "./dates";
import { type TextColumn, type TextColumns, trimmed } from "./dictionaries";
import { finalSql } from "./final-sql";
import { lineRules } from "./line-rules";
import { countSql, numberSql } from "./number-sql";
import { applies, type ImportPlan } from "./plan";
import { cell, cells } from "./source";
import { columnNames } from "./table-columns";
import { MONEY_TYPE, QUANTITY_TYPE, TEXT_COLUMNS } from "./text-columns";
import { typedValues } from "./typed-values";
import type { ValueShapes } from "./value-shapes";

/** A file and how Lucid read it. */
export interface ScriptedFile {
  /** Part of the names of its tables. */
  id: string;
  /** As the script finds it in the folder it is run in. */
  fileName: string;
  plan: ImportPlan;
  /** The columns of its table with the types they have in the engine. */
  columns: readonly { name: string; type: string }[];
  /** How its values are written, where the file could be looked at once more. */
  shapes: Pick<ValueShapes, "dates" | "discountUnit" | "namesCurrency"> | null;
  /** Some of its lines have fewer or more fields than the header and do not count. */
  ragged: boolean;
  /** Two digits of a year after this one belong to the century before. */
  newestYear: number;
}

/** What a file without a look at it may hold: the forms every column is read in with patience. */
function anyShape(timed: boolean): DateShape {
  const nothing = { separator: "", yearDigits: 4, offset: false, first: 0, second: 0, plain: false } as const;
  return { ...nothing, layout: "serial", time: timed ? " %H:%M:%S" : "" };
}

/** Why a file cannot be read by SQL alone, as the end of a sentence; null when it can. */
export function whyNotByScript({ plan, fileName, shapes }: Pick<ScriptedFile, "plan" | "fileName" | "shapes">) {
  const { dialect, layout } = plan;
  if (plan.sheet !== null || !/\.(csv|tsv|tab|txt|psv|dat)$/i.test(fileName)) return "it is not a text file";
  if (!/^utf-?8$/i.test(plan.encoding)) return `it is written in ${plan.encoding}`;
  if (plan.carryDown !== null) return "some of its lines take fields from the line above";
  const plainly = dialect.delimiter.length === 1 && dialect.quote !== "'" && dialect.escape === "doubled";
  if (!plainly || dialect.skipBlanks) return "its fields are not quoted as CSV asks";
  if (layout.lastRow !== null) return "something else follows its table";
  if (plan.discountAs === "share" && plan.mapping.discount !== undefined && shapes === null) {
    return "its discounts can be read in two ways";
  }
  return null;
}

/** The records of the file: `line` as a spreadsheet counts, and c1, c2, ... as they stand. */
function recordsSql({ plan, fileName, ragged }: ScriptedFile): string {
  const { dialect, layout } = plan;
  const above = layout.firstRow - 1;
  const settings = [
    "auto_detect = false",
    "header = false",
    `skip = ${above}`,
    `delim = ${quoteLiteral(dialect.delimiter)}`,
    `quote = ${quoteLiteral(dialect.quote)}`,
    `escape = ${quoteLiteral(dialect.quote)}`,
    ...(ragged ? ["ignore_errors = true"] : []),
    `columns = {${cells(plan)
      .map((name) => `'${name}': 'VARCHAR'`)
      .join(", ")}}`,
  ];
  return `select row_number() over () + ${above} as line, null::varchar as problem, *
    from read_csv(${quoteLiteral(fileName)},
      ${settings.join(", ")})`;
}

/** What each column of the file is, for the reader of the script. */
function legend({ columns }: ImportPlan): string {
  return columns.map((name, at) => `--   c${at + 1} = ${name.replace(/\s+/g, " ")}`).join("\n");
}

/** A way of reading a value, written once as a macro of the file. */
interface Form {
  name: string;
  sql: (text: string) => string;
  /** What the macro does; the same where it is not given. */
  body?: (text: string) => string;
}

const ISO = String.raw`^\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}(:\d{2})?)?$`;

/** What is read in a few ways stands once above the statements, so that these can be read too. */
function withMacros({ id, plan }: ScriptedFile, forms: readonly Form[], statements: readonly string[]): string[] {
  const macros: string[] = [];
  let texts = [...statements];
  for (const { name, sql, body = sql } of forms) {
    const called = identifier(`${name}_${id}`);
    const before = texts;
    for (const column of cells(plan)) {
      texts = texts.map((text) => text.replaceAll(sql(column), () => `${called}(${column})`));
    }
    if (texts.some((text, at) => text !== before[at])) {
      macros.push(`create or replace macro ${called}(written) as (${body("written")})`);
    }
  }
  return [...macros, ...texts.map((text, at) => (at === 0 ? `${legend(plan)}\n${text}` : text))];
}

function numberForms({ plan, columns }: ScriptedFile): Form[] {
  const mark = plan.decimalMark;
  const form = (name: string, type: string): Form => ({ name, sql: (text) => numberSql(text, type, mark) });
  const units: Form = { name: "read_units", sql: (text) => countSql(text, QUANTITY_TYPE, mark) };
  const types = new Set(columns.map(({ type }) => type.toLowerCase()));
  return [
    units,
    form("read_money", MONEY_TYPE),
    ...[...types].map((type) => form(`read_${type.replace(/\W+/g, "_").replace(/_$/, "")}`, type)),
    form("read_number", "double"),
  ];
}

/**
 * The statements that make `<kind>_<id>` of a file that lies beside the script, by the rules Lucid read it with. They run
 * in DuckDB 1.3 or newer; only for files `whyNotByScript` says nothing against.
 */
export function readingScript(file: ScriptedFile): string[] {
  return file.plan.kind === "table" ? tableScript(file) : canonicalScript(file);
}

function canonicalScript(file: ScriptedFile): string[] {
  const { id, plan, shapes, newestYear } = file;
  const dated = file.columns.find(({ name }) => name === "sold_at" || name === "last_updated");
  const reading = {
    dates: shapes?.dates ?? [anyShape(dated?.type.startsWith("TIMESTAMP") ?? false)],
    discountUnit: shapes?.discountUnit ?? 1,
    namesCurrency: shapes?.namesCurrency ?? true,
    mayEndWithTotal: true,
    lineWidth: 1,
    quick: null,
    newestYear,
    patientDates: true,
  } as const;
  const values = typedValues(plan, reading);
  const amount = lineAmount(plan);
  const rules = lineRules(plan, values, { amount, shapes: reading });
  const sold = plan.kind === "sales" || plan.kind === "returns";
  const typed = values.map(({ read, column }) => `${read} as ${column}`);
  if (sold && plan.mapping.quantity === undefined) typed.push(`1::${QUANTITY_TYPE} as quantity`);
  const texts = TEXT_COLUMNS[plan.kind].flatMap(({ column, role }) => {
    const name = plan.mapping[role];
    return name === undefined ? [] : [{ column, text: cell(plan, name) }];
  });
  const numbers = [
    ...values.map(({ column }) => column).filter((column) => !["quantity", "total", "discount"].includes(column)),
    ...(sold ? [signed("quantity", rules.returned), ...(amount ? [signed("amount", rules.returned)] : [])] : []),
  ];
  const stage = identifier(`lines_${id}`);
  const filled = texts.map(({ column }) => `(case when trim(${column}) <> '' then 1 else 0 end)`);
  const alone = plan.mapping.date === undefined && texts.length > 1 ? ` or (${filled.join(" + ")}) <= 1` : "";
  const columns: TextColumns = new Map(
    texts.map(({ column }): [string, TextColumn] => {
      const text = trimmed(`s.${column}`);
      return [column, { column, text, value: text, type: null, join: "" }];
    }),
  );
  const dates = { shapes: reading.dates, order: plan.dateOrder, newestYear, patient: true };
  const date: Form = {
    name: "read_date",
    sql: (text) => dateSql({ ...dates, text }),
    body: (text) =>
      `case when regexp_matches(${text}, ${quoteLiteral(ISO)}) then try_cast(${text} as timestamp) else ${dateSql({ ...dates, text })} end`,
  };
  return withMacros(
    file,
    [date, ...numberForms(file)],
    [
      `create or replace temp table ${stage} as
with records as (
  ${recordsSql(file)}
),
typed as (
  select ${["*", ...typed].join(",\n    ")}
  from records
),
priced as (
  select *${amount ? `,\n    ${amount.read} as amount` : ""}
  from typed
),
judged as (
  select *, ${rules.maybeTotal} as may_be_total
  from priced
  where ${rules.kept}${onceOnly(plan)}
)
select line, null::varchar as reason, may_be_total,
  ${[...numbers, ...texts.map(({ column, text }) => `${text} as ${column}`)].join(", ")}
from judged`,
      `delete from ${stage}
where may_be_total
  and (line > (select coalesce(max(line), 0) from ${stage} where not may_be_total)${alone})`,
      finalSql({ table: `${plan.kind}_${id}`, stage: `lines_${id}`, plan, columns, fileName: file.fileName }),
      `drop table ${stage}`,
    ],
  );
}

function signed(column: string, returned: string | null): string {
  if (returned === null) return column;
  return `case when ${returned} then -abs(${column}) else ${column} end as ${column}`;
}

/** A line that repeats an earlier one letter by letter counts once, where that rule is on. */
function onceOnly(plan: ImportPlan): string {
  if (!applies(plan, "duplicate")) return "";
  const counted = plan.countedLines.length > 0 ? `line in (${plan.countedLines.join(", ")}) or ` : "";
  return `\n  qualify ${counted}line = min(line) over (partition by ${cells(plan).join(", ")})`;
}

/** The text of a column as a value of the type all of its values have. */
function typedSql(text: string, type: string, { plan, newestYear }: ScriptedFile): string {
  if (/^(BIGINT|INTEGER|DOUBLE|DECIMAL)/.test(type)) return numberSql(text, type.toLowerCase(), plan.decimalMark);
  if (type === "BOOLEAN") {
    return `case when lower(trim(${text})) in ('true', 'yes', 'y') then true when lower(trim(${text})) in ('false', 'no', 'n') then false end`;
  }
  if (type === "DATE" || type.startsWith("TIMESTAMP")) {
    const read = `coalesce(try_cast(${text} as timestamp), ${datePartsSql(text, plan.dateOrder, newestYear)})`;
    return type === "DATE" ? `(${read})::date` : read;
  }
  return `nullif(${text}, '')`;
}

function tableScript(file: ScriptedFile): string[] {
  const { id, plan } = file;
  const names = columnNames(plan.columns);
  const values = plan.columns.map((_, at) => {
    const name = names[at] ?? `column_${at + 1}`;
    const type = file.columns.find((column) => column.name === name)?.type ?? "VARCHAR";
    return `${typedSql(`c${at + 1}`, type, file)} as ${identifier(name)}`;
  });
  const blank = applies(plan, "blank")
    ? String.raw` where not regexp_matches(concat(${cells(plan).join(", ")}), '^\s*$')`
    : "";
  const date: Form = {
    name: "read_date",
    sql: (text) => datePartsSql(text, plan.dateOrder, file.newestYear),
  };
  return withMacros(
    file,
    [date, ...numberForms(file)],
    [
      `create or replace table ${identifier(`table_${id}`)} as
with records as (
  ${recordsSql(file)}
)
select ${values.join(",\n  ")}
from records${blank}`,
    ],
  );
}
