import { identifier, quoteLiteral } from "@/lib/query/literal";
import { NO_NAME, stageWithWords, type TextColumn, type TextColumns } from "./dictionaries";
import type { ImportPlan } from "./plan";
import { EXCLUDED } from "./set-aside-reasons";
import { MONEY_TYPE, QUANTITY_TYPE } from "./text-columns";

export interface FinalSpec {
  table: string;
  stage: string;
  plan: ImportPlan;
  columns: TextColumns;
  fileName: string;
}

/** The kept lines as canonical columns, in the order of sql/README.md; columns the file lacks are typed null. */
export function finalSql({ table, stage, plan, columns, fileName }: FinalSpec): string {
  const text = (column: string) => {
    const found = columns.get(column);
    return `${found?.value ?? "null::varchar"} as ${column}`;
  };
  const has = (role: keyof ImportPlan["mapping"]) => plan.mapping[role] !== undefined;
  const value = (role: keyof ImportPlan["mapping"], column: string, type: string) =>
    has(role) ? column : `null::${type} as ${column}`;
  const product = productSql(columns);
  const written =
    plan.kind === "inventory"
      ? [
          `${product.id} as product_id`,
          `${product.name} as product_name`,
          text("category"),
          "current_stock",
          value("unit_cost", "unit_cost", MONEY_TYPE),
          value("last_updated", "last_updated", "date"),
          text("store"),
        ]
      : [
          "sold_at",
          `${product.id} as product_id`,
          `${product.name} as product_name`,
          text("category"),
          has("quantity") ? "quantity" : `1::${QUANTITY_TYPE} as quantity`,
          value("unit_price", "unit_price", MONEY_TYPE),
          "amount",
          value("unit_cost", "unit_cost", MONEY_TYPE),
          text("customer_id"),
          text("transaction_id"),
          text("store"),
          `${oneWord(fileName)} as source_file`,
          "line as source_line",
        ];
  return `create or replace table ${identifier(table)} as
    select ${written.join(",\n      ")}
    from ${stageWithWords(stage, columns)} where reason is null`;
}

/** Id and name stand in for each other. */
function productSql(columns: TextColumns): { id: string; name: string } {
  const id = columns.get("product_id");
  const name = columns.get("product_name");
  const blank = quoteLiteral(NO_NAME);
  const other = (column: TextColumn, text: string) =>
    `coalesce(${column.value}, ${column.type === null ? text : `(${text})::${identifier(column.type)}`})`;
  if (id && name) return { id: other(id, `coalesce(${name.text}, ${blank})`), name: other(name, blank) };
  const only = id ?? name;
  const both = only ? other(only, blank) : blank;
  return { id: both, name: both };
}

/** A text that is the same on every line, as a dictionary of one. */
function oneWord(text: string): string {
  return `${quoteLiteral(text)}::enum(${quoteLiteral(text)})`;
}

/** The lines that do not count, with reason and raw text. */
export function setAsideSql(table: string, stage: string, fileName: string): string {
  return `create or replace table ${identifier(table)} as
    select ${quoteLiteral(fileName)} as source_file, line as source_line,
      case when reason in (${EXCLUDED.map(quoteLiteral).join(", ")}) then 'excluded' else 'rejected' end as fate,
      reason, coalesce(raw, '') as raw
    from ${identifier(stage)} where reason is not null order by line`;
}
