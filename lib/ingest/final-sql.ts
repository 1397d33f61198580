import { identifier, quoteLiteral } from "@/lib/query/literal";
import { NO_NAME, stageWithWords, type TextColumn, type TextColumns } from "./dictionaries";
import { type ImportPlan, lacksOf, type Role } from "./plan";
import { fateSql } from "./set-aside-reasons";
import { MONEY_TYPE } from "./text-columns";

export interface FinalSpec {
  table: string;
  stage: string;
  plan: ImportPlan;
  columns: TextColumns;
  fileName: string;
}

/** The kept lines as canonical columns, in the order of sql/README.md; columns the file lacks are typed null. */
export function finalSql({ table, stage, plan, columns, fileName }: FinalSpec): string {
  return `create or replace table ${identifier(table)} as
    select ${written(plan, columns, fileName).join(",\n      ")}
    from ${stageWithWords(stage, columns)} where reason is null`;
}

function written(plan: ImportPlan, columns: TextColumns, fileName: string): string[] {
  const text = (column: string) => `${columns.get(column)?.value ?? "null::varchar"} as ${column}`;
  const value = (role: Role, column: string, type: string) =>
    plan.mapping[role] === undefined ? `null::${type} as ${column}` : column;
  const product = productSql(columns);
  const named = [`${product.id} as product_id`, `${product.name} as product_name`, text("category")];
  const cost = value("unit_cost", "unit_cost", MONEY_TYPE);
  const price = value("unit_price", "unit_price", MONEY_TYPE);
  switch (plan.kind) {
    case "inventory":
      return [...named, "current_stock", cost, value("last_updated", "last_updated", "date"), text("store")];
    case "products":
      return [...named, price, cost];
    case "orders":
      return [text("transaction_id"), "sold_at", text("customer_id"), text("store")];
    case "stores":
      return [text("store"), text("store_name")];
    default:
      return [
        value("date", "sold_at", "date"),
        ...named,
        "quantity",
        price,
        lacksOf(plan).includes("price") ? `null::${MONEY_TYPE} as amount` : "amount",
        cost,
        text("customer_id"),
        text("transaction_id"),
        text("store"),
        `${oneWord(fileName)} as source_file`,
        "line as source_line",
      ];
  }
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
export function oneWord(text: string): string {
  return `${quoteLiteral(text)}::enum(${quoteLiteral(text)})`;
}

/** The lines that do not count, with reason and raw text. */
export function setAsideSql(table: string, stage: string, fileName: string): string {
  return `create or replace table ${identifier(table)} as
    select ${quoteLiteral(fileName)} as source_file, line as source_line,
      ${fateSql("reason")} as fate, reason, coalesce(raw, '') as raw
    from ${identifier(stage)} where reason is not null order by line`;
}
