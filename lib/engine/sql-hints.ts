/** What people of other databases write, and what it is called here. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  date_format: "strftime(day, '%Y-%m')",
  to_char: "strftime(day, '%Y-%m')",
  format_date: "strftime(day, '%Y-%m')",
  isnull: "coalesce(amount, 0)",
  nvl: "coalesce(amount, 0)",
  getdate: "today()",
  sysdate: "today()",
  curdate: "today()",
  convert: "cast(amount as varchar)",
  dateadd: "day + interval 30 day",
  iif: "if(amount > 0, 'yes', 'no')",
  len: "length(product_name)",
  charindex: "instr(product_name, 'x')",
  group_concat: "string_agg(product_name, ', ')",
};

interface Rule {
  /** What the engine says. */
  says?: RegExp;
  /** What stands in the query. */
  writes?: RegExp;
  hint: string;
}

/** The first that fits is the one. */
const RULES: readonly Rule[] = [
  { writes: /^\s*select\s+top\s+\d+/i, hint: "Write the number of rows at the end: limit 10." },
  {
    says: /LIMIT takes one number/,
    hint: "Write how many rows, and behind it how many to leave out: limit 20 offset 10.",
  },
  { says: /field value out of range/, hint: "Write a day as year, month, day: '2026-12-31'." },
  { writes: /`/, says: /__postfix|near "`"/, hint: 'Names stand in double quotes: "product_name".' },
  {
    says: /must appear in the GROUP BY/,
    hint: "Add the column to GROUP BY, or take one value of it: any_value(column).",
  },
  { says: /WHERE clause cannot contain aggregates/, hint: "Totals are filtered after GROUP BY, with HAVING." },
  { says: /cannot contain window functions/, hint: "Window functions are filtered with QUALIFY." },
  { says: /Unterminated quoted string/, hint: "A quote inside a text is written twice: 'it''s'." },
  { says: /Unterminated quoted identifier/, hint: "Close the name with a double quote." },
  { says: /Ambiguous reference/, hint: "Write which table the column is of, such as s.product_name." },
  {
    says: /Could not convert|Unimplemented type for cast|Conversion/,
    hint: "Use a value of the column's own type, or try_cast(value as type), which gives null where it does not fit.",
  },
  {
    says: /No function matches|best candidate function|No operator/,
    hint: "Turn the value into the type the function takes: cast(value as double), for example.",
  },
  { says: /same number of result columns/, hint: "Give both queries the same columns, in the same order." },
  {
    says: /file system operations are disabled|Cannot access/,
    hint: "Add the file to the notebook; its table is then read by name.",
  },
  { says: /EXCLUDE list|REPLACE list/, hint: "Take the name out of the list, or write it as the table has it." },
  { says: /Wrong number of arguments/, hint: "Look at what the function takes: rest the pointer on its name." },
  {
    says: /because the FROM clause is missing/,
    hint: "Write a number or a text in quotes here, or add FROM and the table the column is of.",
  },
  { says: /Referenced table .* not found/, hint: "Use the short name given after the table, or the table's own name." },
  { says: /end of input/, hint: "The query stops too early: finish the last part, or take it out." },
  { says: /Catalog|does not exist/, hint: "Ctrl+Space lists the names there are." },
  {
    says: /Syntax error/,
    writes: /\(/,
    hint: "Look at the word before: it may be misspelt, or a comma or a bracket is missing.",
  },
  { says: /Syntax error/, hint: "Look at the word before: it may be misspelt, or a comma is missing." },
];

const COMPARED = /(?:[=<>]|\blike|\bilike|\bin\s*\([^()]*)\s*$/i;

/** What is compared with and stands in double quotes is meant as a text, and is looked for as a column; else null. */
function textInDoubleQuotes(sql: string, message: string): string | null {
  const missing = /^Referenced column "(.+)" (?:was )?not found/.exec(message)?.[1];
  if (missing === undefined) return null;
  const at = sql.indexOf(`"${missing}"`);
  return at >= 0 && COMPARED.test(sql.slice(0, at)) ? missing : null;
}

/** The next step after a mistake in a query, where the engine knows none better. */
export function sqlHint(sql: string, message: string): string | null {
  const unknown = /Function with name (\w+) does not exist/.exec(message)?.[1]?.toLowerCase();
  const here = unknown === undefined ? undefined : ELSEWHERE[unknown];
  if (here !== undefined) return `Here it is called ${here}.`;
  if (unknown !== undefined && /\brank|row_number|dense_rank|lag|lead|ntile\b/.test(unknown)) {
    return `It needs a window: ${unknown}() over (order by amount desc).`;
  }
  const text = textInDoubleQuotes(sql, message);
  if (text !== null)
    return `A text stands in single quotes: '${text.replaceAll("'", "''")}'. Double quotes are for names.`;
  const rule = RULES.find(({ says, writes }) => (says?.test(message) ?? true) && (writes?.test(sql) ?? true));
  return rule?.hint ?? null;
}

/** True when the advice of `sqlHint` is better than the engine's guess at a name. */
export function knowsBetter(sql: string, message: string): boolean {
  const unknown = /Function with name (\S+) does not exist/.exec(message)?.[1]?.toLowerCase() ?? "";
  if (textInDoubleQuotes(sql, message) !== null) return true;
  return unknown in ELSEWHERE || /^(rank|row_number|dense_rank|lag|lead|ntile)$/.test(unknown) || sql.includes("`");
}

const NAMED = /["']([^"']+)["']|arguments to (\w+)/;

/** Where a mistake stands that the engine gives no place for: a 0-based offset, or null. */
export function placeOf(sql: string, message: string): number | null {
  if (/end of input/.test(message)) return sql.search(/(?:\w+|\S)\s*$/);
  if (/LIMIT takes one number/.test(message)) {
    const limit = /\blimit\s+\d+\s*(?=,)/i.exec(sql);
    return limit ? limit.index + limit[0].length : null;
  }
  if (/same number of result columns/.test(message)) {
    const at = sql.search(/\b(union|except|intersect)\b/i);
    return at < 0 ? null : at;
  }
  const named = NAMED.exec(message);
  const name = named?.[1] ?? named?.[2] ?? /^Column (\w+) must/.exec(message)?.[1];
  const at = name === undefined ? -1 : sql.toLowerCase().indexOf(name.toLowerCase());
  return at < 0 ? null : at;
}
