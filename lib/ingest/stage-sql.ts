import { identifier, quoteLiteral } from "@/lib/query/literal";
import { lineAmount } from "./amount-sql";
import { lineRules } from "./line-rules";
import { applies, type ImportPlan } from "./plan";
import { cell, cells, type Source } from "./source";
import { QUANTITY_TYPE, TEXT_COLUMNS } from "./text-columns";
import type { Reading, Remark, TypedValue } from "./typed-values";

/** The bit of `note` that marks a line that would be a total if it were the last one. */
export const TOTAL_BIT = 1;

/** Remarks by their bit in `note`: bit n + 1 says that remark n holds. */
export function remarkBit(index: number): number {
  return 2 ** (index + 1);
}

export interface StageSpec {
  /** Name of the temporary table to make. */
  stage: string;
  plan: ImportPlan;
  values: readonly TypedValue[];
  reading: Reading;
}

interface Repeats {
  /** A table of `line` and `first`, the line it repeats; null leaves repeating lines in. */
  repeats: string | null;
}

export function remarksOf(plan: ImportPlan, values: readonly TypedValue[]): Remark[] {
  return [...values.flatMap((value) => [...value.remarks]), ...(lineAmount(plan)?.remarks ?? [])];
}

/**
 * One pass over a file's records: every line with its numbers and dates read, its texts as they stand, and the reason why
 * it does not count (null = kept). What costs time (raw text, reasons) is computed for lines that are set aside alone.
 */
export function stageSql(spec: StageSpec & Repeats, source: Source): string {
  const { stage, plan, values, reading, repeats } = spec;
  const amount = lineAmount(plan);
  const rules = lineRules(plan, values, { amount, shapes: reading });
  const sold = plan.kind === "sales" || plan.kind === "returns";
  const typed = values.map((value) => `${value.read} as ${value.column}`);
  const units = sold && plan.mapping.quantity === undefined ? [`1::${QUANTITY_TYPE} as quantity`] : [];
  const bits = remarksOf(plan, values).map(
    ({ holds }, index) => `(case when ${holds} then ${remarkBit(index)} else 0 end)`,
  );
  const note = [`(case when ${rules.maybeTotal} then ${TOTAL_BIT} else 0 end)`, ...bits].join(" + ");
  const back = (column: string) =>
    rules.returned === null ? column : `${negated(column, rules.returned)} as ${column}`;
  const columns = [
    ...values.map(({ column }) => column).filter((column) => !["quantity", "total", "discount"].includes(column)),
    ...(sold ? [back("quantity"), ...(amount ? [back("amount")] : [])] : []),
  ];
  const texts = TEXT_COLUMNS[plan.kind].flatMap(({ column, role }) => {
    const name = plan.mapping[role];
    return name === undefined ? [] : [`${cell(plan, name)} as ${column}`];
  });
  const repeated = repeats === null ? "" : `\n    when first is not null then 'repeats line ' || first`;
  return `create or replace temp table ${identifier(stage)} as
select line, reason, case when reason is not null or (note & ${TOTAL_BIT}) > 0 then coalesce(raw, ${rebuiltRaw(plan)}) end as raw,
  note, hash(${cells(plan).join(", ")}) as row_hash, ${[...columns, ...texts].join(", ")}
from (
  select *, case when ${rules.kept}${repeats === null ? "" : " and first is null"} then null
    ${rules.reasons}${repeated} end as reason, (${note})::integer as note
  from (
    select *${amount ? `, ${amount.read} as amount` : ""}
    from (select ${[`${repeats === null ? "*" : "s.*, first"}`, ...typed, ...units].join(", ")} from (${source.records}) as s
      ${repeats === null ? "" : `left join ${identifier(repeats)} using (line)`})
  )
)`;
}

function negated(column: string, returned: string): string {
  return returned === "true" ? `-abs(${column})` : `(case when ${returned} then -abs(${column}) else ${column} end)`;
}

/** Lines that repeat an earlier line of the file letter by letter, with the first such line. */
export function repeatsSql(table: string, plan: ImportPlan, source: Source): string {
  const counted = plan.countedLines.length > 0 ? `and line not in (${plan.countedLines.map(Number).join(", ")})` : "";
  return `create or replace temp table ${identifier(table)} as
    select line, first from (
      select line, min(line) over (partition by ${cells(plan).join(", ")}) as first from (${source.records}) where problem is null
    ) where line <> first ${counted}`;
}

export function wantsRepeats(plan: ImportPlan): boolean {
  return applies(plan, "duplicate");
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
