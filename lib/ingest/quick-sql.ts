import { identifier, quoteLiteral } from "@/lib/query/literal";
import { lineAmount, WIDE_QUANTITY } from "./amount-sql";
import { enumType, NO_NAME, trimmed, trimmedSparingly } from "./dictionaries";
import { oneWord } from "./final-sql";
import type { ImportPlan, Role } from "./plan";
import type { QuickPlan } from "./quick-plan";
import { cell } from "./source";
import { MONEY_TYPE, QUANTITY_TYPE } from "./text-columns";

/** Read with two decimals more than are kept: a number that needs them is read with more care instead. */
const WIDE = { [QUANTITY_TYPE]: "DECIMAL(18, 5)", [MONEY_TYPE]: "DECIMAL(18, 6)" } as const;
const NUMBERS = { quantity: QUANTITY_TYPE, unit_price: MONEY_TYPE, amount: MONEY_TYPE, unit_cost: MONEY_TYPE } as const;
type NumberRole = keyof typeof NUMBERS;

/** The file as the engine's strict reader types it; it refuses the file when one value is not of its column's type. */
export function typedCsv(path: string, plan: ImportPlan, quick: QuickPlan): string {
  const types = new Map<string, string>();
  for (const role of Object.keys(NUMBERS) as NumberRole[]) types.set(plan.mapping[role] ?? "", WIDE[NUMBERS[role]]);
  types.set(plan.mapping.date ?? "", quick.timed ? "TIMESTAMP" : "DATE");
  const format = quick.timed ? "timestampformat" : "dateformat";
  return csv(path, plan, (name) => types.get(name) ?? "VARCHAR", [
    ...(quick.dateFormat === null ? [] : [`${format} = ${quoteLiteral(quick.dateFormat)}`]),
    ...(plan.decimalMark === "comma" ? ["decimal_separator = ','"] : []),
  ]);
}

/** Small pieces: the first lines do not wait for a large one to be read. At least the longest line the reader takes. */
const HEAD_BUFFER = 4_194_304;

/** The texts of the file's first lines. */
export function headCsv(path: string, plan: ImportPlan): string {
  return csv(path, plan, () => "VARCHAR", [`buffer_size = ${HEAD_BUFFER}`]);
}

/** The file's texts. */
export function textCsv(path: string, plan: ImportPlan): string {
  return csv(path, plan, () => "VARCHAR", []);
}

function csv(path: string, plan: ImportPlan, typeOf: (name: string) => string, more: readonly string[]): string {
  const { delimiter, quote } = plan.dialect;
  const columns = plan.columns.map((name) => `'${cell(plan, name)}': '${typeOf(name)}'`);
  const settings = [
    "auto_detect = false",
    "compression = 'none'",
    `header = ${plan.layout.headerRow !== null}`,
    `delim = ${quoteLiteral(delimiter)}`,
    `quote = ${quoteLiteral(quote)}`,
    `escape = ${quoteLiteral(quote)}`,
    ...more,
    `columns = {${columns.join(", ")}}`,
  ];
  return `select * from read_csv(${quoteLiteral(path)}, ${settings.join(", ")})`;
}

export interface QuickSpec {
  table: string;
  stage: string;
  plan: ImportPlan;
  /** Text columns that have a dictionary. */
  words: ReadonlySet<string>;
  fileName: string;
  /** Its dates have a time. */
  timed: boolean;
}

/** Holds the texts of a line when a dictionary lacks one of them; taken away when all are known. */
export const OTHER_WORDS = "other_words";

/** The text of a column on such a line. */
export function otherWord(words: ReadonlySet<string>, column: string): string {
  return `${OTHER_WORDS}[${[...words].indexOf(column) + 1}]`;
}

/** The dictionary and the other texts of a column stand under this name: a lone name or id fills both. */
export function textSource(plan: ImportPlan, column: string): string {
  const { product_id: id, product_name: name } = plan.mapping;
  if (column === "product_id" && id === undefined) return "product_name";
  return column === "product_name" && name === undefined ? "product_id" : column;
}

/**
 * Reads a clean file into its final table in one pass. A line that is not clean stops it with an error; texts that are
 * in no dictionary yet stand in columns of their own.
 */
export function quickSql({ table, stage, plan, words, fileName, timed }: QuickSpec, typed: string): string {
  const { mapping } = plan;
  const amount = lineAmount({ ...plan, rules: { ...plan.rules, "rebuilt-total": false } });
  const text = (column: string, role: Role) => textOf({ stage, plan, words }, column, role);
  const number = (role: NumberRole) =>
    mapping[role] === undefined ? `null::${NUMBERS[role]}` : `${cell(plan, mapping[role])}::${NUMBERS[role]}`;
  const product = (column: string) => (textSource(plan, column) === column ? text(column, column as Role) : null);
  const texts = [
    product("product_id"),
    product("product_name"),
    text("category", "category"),
    text("customer_id", "customer"),
    text("transaction_id", "transaction"),
    text("store", "store"),
  ].filter((entry) => entry !== null);
  const others = otherWords(words, texts);
  const textValue = (column: string) =>
    texts.find((entry) => entry.column === textSource(plan, column))?.value ?? "null";
  const header = plan.layout.headerRow === null ? 0 : 1;
  return `create or replace table ${identifier(table)} as
select sold_at, ${["product_id", "product_name", "category"].map((column) => `${textValue(column)} as ${column}`).join(", ")},
  quantity, unit_price, ${amount ? "amount" : `null::${MONEY_TYPE} as amount`}, unit_cost,
  ${["customer_id", "transaction_id", "store"].map((column) => `${textValue(column)} as ${column}`).join(", ")},
  ${oneWord(fileName)} as source_file, case when ${careful(plan, amount?.read ?? null, timed)} then error('not clean') else line end as source_line
  ${others === null ? "" : `, ${others}`}
from (
  select *${amount ? `, ${amount.read} as amount` : ""} from (
    select *, ${cell(plan, mapping.date ?? "")} as sold_at, row_number() over () + ${header} as line,
      ${mapping.quantity === undefined ? `1::${QUANTITY_TYPE}` : number("quantity")} as quantity,
      ${number("unit_price")} as unit_price, ${number("amount")} as total, ${number("unit_cost")} as unit_cost
      ${texts.flatMap(({ word }) => (word === null ? [] : [`, ${word}`])).join("")}
    from (${typed})
  )
)`;
}

/** True for a line that must be read with more care. */
function careful({ mapping, columns }: ImportPlan, amount: string | null, timed: boolean): string {
  const plan = { columns };
  const day = timed ? "timestamp" : "date";
  const wide = (Object.keys(NUMBERS) as NumberRole[]).flatMap((role) => {
    const name = mapping[role];
    if (name === undefined) return [];
    const kept = role === "amount" ? "total" : role;
    return [`${cell(plan, name)} <> ${kept}::${WIDE[NUMBERS[role]]}`];
  });
  const computed = mapping.amount === undefined && mapping.quantity !== undefined && mapping.unit_price !== undefined;
  const conditions = [
    // In the type of the column, so that no line's date is converted.
    `(sold_at >= ${day} '1900-01-01' and sold_at < ${day} '2200-01-01') is not true`,
    "quantity is null",
    ...(amount === null ? [] : ["amount is null"]),
    ...wide,
    ...(computed ? [`amount <> ${WIDE_QUANTITY} * unit_price`] : []),
  ];
  return conditions.join(" or ");
}

interface QuickText {
  column: string;
  /** What is computed first, under a name; null for plain text. */
  word: string | null;
  value: string;
  /** True where the dictionary lacks the text, and the text then; null for plain text. */
  other: { lacks: string; text: string } | null;
}

/** The texts of a line in the order of the dictionaries, null where all of them are known. */
function otherWords(words: ReadonlySet<string>, texts: readonly QuickText[]): string | null {
  const found = [...words].flatMap((column) => texts.find((entry) => entry.column === column)?.other ?? []);
  if (found.length === 0) return null;
  const lacks = found.map((other) => `(${other.lacks})`).join(" or ");
  return `case when ${lacks} then [${found.map(({ text }) => text).join(", ")}] end as ${OTHER_WORDS}`;
}

function textOf(spec: Pick<QuickSpec, "stage" | "plan" | "words">, column: string, role: Role): QuickText {
  const { stage, plan, words } = spec;
  const name = plan.mapping[role];
  if (name === undefined) return { column, word: null, value: "null::varchar", other: null };
  const text = cell(plan, name);
  // A product without an id goes by its name.
  const instead =
    column === "product_id" && plan.mapping.product_name !== undefined ? [cell(plan, plan.mapping.product_name)] : [];
  const product = column === "product_id" || column === "product_name";
  const blank = product ? [quoteLiteral(NO_NAME)] : [];
  if (!words.has(column)) {
    const all = [trimmedSparingly(text), ...instead.map(trimmedSparingly), ...blank];
    return {
      column,
      word: null,
      value:
        all.length === 1 ? `nullif(${all[0]}, '')` : `coalesce(${all.map((each) => `nullif(${each}, '')`).join(", ")})`,
      other: null,
    };
  }
  const word = `word_${column}`;
  const all = [text, ...instead].map((each) => trimmed(each));
  const other = all.length + blank.length === 1 ? all[0] : `coalesce(${[...all, ...blank].join(", ")})`;
  return {
    column,
    word: `try_cast(${text} as ${identifier(enumType(stage, column))}) as ${word}`,
    value: word,
    other: { lacks: product ? `${word} is null` : `${word} is null and ${text} is not null`, text: other ?? "null" },
  };
}
