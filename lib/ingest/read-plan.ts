import * as z from "zod/mini";
import { type ImportPlan, ROLE_LABELS, type Role, RULES, type RuleName } from "./plan";

const name = z.string().check(z.maxLength(2_000));
const names = z.array(name).check(z.maxLength(20_000));
const row = z.number().check(z.int(), z.gte(1));
const roles = Object.keys(ROLE_LABELS) as [Role, ...Role[]];
const rules = Object.keys(RULES) as [RuleName, ...RuleName[]];

const plan = z.strictObject({
  kind: z.enum(["sales", "returns", "inventory", "products", "orders", "stores", "table"]),
  encoding: name,
  sheet: z.nullable(name),
  dialect: z.strictObject({
    delimiter: z.string().check(z.minLength(1), z.maxLength(20)),
    quote: z.enum(['"', "'", ""]),
    escape: z.enum(["doubled", "\\", "\0"]),
    skipBlanks: z.boolean(),
  }),
  layout: z.strictObject({
    headerRow: z.nullable(row),
    headerRows: z.number().check(z.int(), z.gte(0)),
    firstRow: row,
    lastRow: z.nullable(row),
  }),
  columns: names,
  mapping: z.partialRecord(z.enum(roles), name),
  dateOrder: z.enum(["year-first", "day-first", "month-first"]),
  decimalMark: z.enum(["point", "comma"]),
  currency: z.nullable(name),
  discountAs: z.enum(["amount", "share"]),
  recipe: z.nullable(name),
  lineTypes: z.nullable(z.strictObject({ column: name, sold: z.nullable(names), returned: names, excluded: names })),
  carryDown: z.nullable(z.strictObject({ key: name, columns: names })),
  rules: z.partialRecord(z.enum(rules), z.boolean()),
  countedLines: z.array(row),
});

/** The import plan a stored value holds, or null when it holds none: of another version, or damaged. */
export function readPlan(value: unknown): ImportPlan | null {
  const parsed = plan.safeParse(value);
  if (!parsed.success) return null;
  const { columns, mapping } = parsed.data;
  return Object.values(mapping).every((column) => columns.includes(column)) ? parsed.data : null;
}
