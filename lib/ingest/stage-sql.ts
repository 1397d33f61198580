import { identifier, quoteLiteral } from "@/lib/query/literal";
import type { ImportPlan } from "./plan";
import { BLANK, REPEATED_HEADER, reasonOf, TOTAL_LINE, TOTAL_PATTERN } from "./set-aside-reasons";
import { cell, cells, type Source } from "./source";
import { MONEY_TYPE, TEXT_COLUMNS } from "./text-columns";
import type { Remark, TypedValue } from "./typed-values";

/** The bit of `note` that marks a line beginning with a word for "total". */
export const TOTAL_BIT = 1;

/** Remarks by their bit in `note`: bit n + 1 says that remark n holds. */
export function remarkBit(index: number): number {
  return 2 ** (index + 1);
}

export function remarksOf(values: readonly TypedValue[]): Remark[] {
  return values.flatMap((value) => [...value.remarks]);
}

/**
 * One pass over a file's records: every line with its numbers and dates read, its texts as they stand, and the reason why
 * it does not count (null = kept). What costs time (raw text, reasons) is computed for lines that are set aside alone.
 */
export function stageSql(table: string, source: Source, plan: ImportPlan, values: readonly TypedValue[]): string {
  const amount = derivedAmount(plan);
  const typed = values.map((value) => `${value.read} as ${value.column}`);
  const needed = [
    ...values.filter((value) => value.needed).map((value) => value.usable),
    ...(amount ? ["amount is not null"] : []),
  ];
  const texts = TEXT_COLUMNS[plan.kind].flatMap(({ column, role }) => {
    const name = plan.mapping[role];
    return name === undefined ? [] : [`${cell(plan, name)} as ${column}`];
  });
  const totalBit =
    plan.kind === "inventory" ? [`(case when ${beginsWithTotal(plan)} then ${TOTAL_BIT} else 0 end)`] : [];
  const bits = remarksOf(values).map(({ holds }, index) => `(case when ${holds} then ${remarkBit(index)} else 0 end)`);
  const note = [...totalBit, ...bits].join(" + ") || "0";
  return `create or replace temp table ${identifier(table)} as
select line, reason, case when reason is not null or (note & ${TOTAL_BIT}) > 0 then coalesce(raw, ${rebuiltRaw(plan)}) end as raw,
  note, ${[...values.map((value) => value.column), ...(amount ? ["amount"] : []), ...texts].join(", ")}
from (
  select *, case when ${["problem is null", ...needed].join(" and ")} then null
    ${reasons(plan, values, amount !== null)} end as reason, (${note})::integer as note
  from (
    select *${amount ? `, ${amount} as amount` : ""}
    from (select *, ${typed.join(", ")} from (${source.records}))
  )
)`;
}

/** The line's total where the file has none. */
function derivedAmount(plan: ImportPlan): string | null {
  if (plan.kind === "inventory" || plan.mapping.amount !== undefined) return null;
  if (plan.mapping.unit_price === undefined) return `0::${MONEY_TYPE}`;
  if (plan.mapping.quantity === undefined) return "unit_price";
  return `try_cast(quantity * unit_price as ${MONEY_TYPE})`;
}

function reasons(plan: ImportPlan, values: readonly TypedValue[], derived: boolean): string {
  const all = cells(plan);
  const repeated = Object.values(plan.mapping).map(
    (name) => `lower(trim(${cell(plan, name)})) = ${quoteLiteral(name.trim().toLowerCase())}`,
  );
  const whens = [
    "when problem is not null then problem",
    String.raw`when regexp_matches(concat(${all.join(", ")}), '^\s*$') then ${quoteLiteral(BLANK)}`,
    `when ${repeated.join(" and ")} then ${quoteLiteral(REPEATED_HEADER)}`,
    `when ${beginsWithTotal(plan)} then ${quoteLiteral(TOTAL_LINE)}`,
    ...values.filter((value) => value.needed).map((value) => `when (${value.usable}) is not true then ${value.reason}`),
    ...(derived ? [`when amount is null then ${quoteLiteral(reasonOf.tooLarge("amount"))}`] : []),
  ];
  return whens.join("\n    ");
}

function beginsWithTotal(plan: ImportPlan): string {
  const filled = cells(plan).map((name) => `nullif(trim(${name}), '')`);
  return `coalesce(regexp_matches(lower(coalesce(${filled.join(", ")}, null)), ${quoteLiteral(TOTAL_PATTERN)}), false)`;
}

/** The line as text again, quoted where it must be. */
function rebuiltRaw(plan: ImportPlan): string {
  const { delimiter, quote } = plan.dialect;
  const quoted = `${quoteLiteral(quote)} || replace(f, ${quoteLiteral(quote)}, ${quoteLiteral(quote + quote)}) || ${quoteLiteral(quote)}`;
  const special = ["chr(10)", "chr(13)", quoteLiteral(delimiter), quoteLiteral(quote)].map(
    (text) => `contains(f, ${text})`,
  );
  const field =
    quote === ""
      ? "coalesce(f, '')"
      : `case when f is null then '' when ${special.join(" or ")} then ${quoted} else f end`;
  return `array_to_string(list_transform([${cells(plan).join(", ")}], lambda f: ${field}), ${quoteLiteral(delimiter)})`;
}
