import { quoteLiteral } from "@/lib/query/literal";
import { dateSql, plausibleSql } from "./date-sql";
import type { DateShape } from "./dates";
import { numberSql, roundedSql } from "./number-sql";
import type { ImportPlan, Role } from "./plan";
import { MISSING_PATTERN, reasonOf, roleWord } from "./set-aside-reasons";
import { cell } from "./source";
import { MONEY_TYPE, QUANTITY_TYPE } from "./text-columns";

/** One number or date of a line. */
export interface TypedValue {
  /** Name in the stage table. */
  column: string;
  /** SQL over c1, c2, ...; null when the text cannot be read. */
  read: string;
  /** A line without it does not count. */
  needed: boolean;
  /** SQL that is true for a value that can be used. */
  usable: string;
  /** SQL of the reason why it cannot, for a needed one. */
  reason: string;
  /** What cost no line but should be said: a condition, and the sentence for so many lines. */
  remarks: readonly Remark[];
}

export interface Remark {
  /** SQL over c1, c2, ... and the typed columns. */
  holds: string;
  sentence: (lines: number) => string;
}

// A pattern, because a list of texts becomes a join that every line pays for.
const missing = (text: string) =>
  `(${text} is null or regexp_matches(lower(trim(${text})), ${quoteLiteral(MISSING_PATTERN)}))`;
const onLines = (lines: number) => `on ${lines.toLocaleString("en-US")} ${lines === 1 ? "line" : "lines"}`;

interface NumberSpec {
  column: string;
  role: Role;
  needed: boolean;
}

function numberValue(plan: ImportPlan, { column, role, needed }: NumberSpec): TypedValue | null {
  const name = plan.mapping[role];
  if (name === undefined) return null;
  const text = cell(plan, name);
  const decimals = role === "quantity" || role === "current_stock" ? 3 : 4;
  const type = decimals === 3 ? QUANTITY_TYPE : MONEY_TYPE;
  const rounded: Remark = {
    holds: roundedSql(text, decimals, plan.decimalMark),
    sentence: (lines) =>
      `${name} has more than ${decimals} decimals ${onLines(lines)}; it is rounded there to ${decimals}.`,
  };
  const unread: Remark = {
    holds: `(${column} is null and not ${missing(text)})`,
    sentence: (lines) => `${name} cannot be read ${onLines(lines)}; the ${roleWord(role)} is unknown there.`,
  };
  return {
    column,
    read: numberSql(text, type, plan.decimalMark),
    needed,
    usable: `${column} is not null`,
    reason: `case when ${missing(text)} then ${quoteLiteral(reasonOf.missing(role))}
      when ${numberSql(text, "double", plan.decimalMark)} is not null then ${quoteLiteral(reasonOf.tooLarge(role))}
      else ${quoteLiteral(reasonOf.noNumber(role))} end`,
    remarks: needed ? [rounded] : [rounded, unread],
  };
}

/** How dates are written in the file, and up to which year two digits are read as this century. */
export interface DateReading {
  shapes: readonly DateShape[];
  newestYear: number;
}

function dateValue(plan: ImportPlan, spec: NumberSpec, { shapes, newestYear }: DateReading): TypedValue | null {
  const name = plan.mapping[spec.role];
  if (name === undefined) return null;
  const text = cell(plan, name);
  const read = dateSql({ text, shapes, order: plan.dateOrder, newestYear });
  // A needed date is checked where lines are judged, which is cheaper.
  const checked = spec.needed
    ? `(${read})`
    : `list_transform([${read}], lambda t: case when ${plausibleSql("t")} then t end)[1]`;
  const timed = spec.column === "sold_at" && shapes.some((shape) => shape.time !== "");
  return {
    column: spec.column,
    read: timed ? checked : `${checked}::date`,
    needed: spec.needed,
    usable: plausibleSql(spec.column),
    reason: `case when ${missing(text)} then ${quoteLiteral(reasonOf.missing(spec.role))}
      else ${quoteLiteral(reasonOf.noDate(spec.role))} end`,
    remarks: spec.needed
      ? []
      : [
          {
            holds: `(${spec.column} is null and not ${missing(text)})`,
            sentence: (lines) => `${name} cannot be read ${onLines(lines)}; the date is unknown there.`,
          },
        ],
  };
}

/** The numbers and dates of a plan, in the order in which reasons are looked for. */
export function typedValues(plan: ImportPlan, dates: DateReading): TypedValue[] {
  const hasAmount = plan.mapping.amount !== undefined;
  const values =
    plan.kind === "inventory"
      ? [
          numberValue(plan, { column: "current_stock", role: "current_stock", needed: true }),
          numberValue(plan, { column: "unit_cost", role: "unit_cost", needed: false }),
          dateValue(plan, { column: "last_updated", role: "last_updated", needed: false }, dates),
        ]
      : [
          dateValue(plan, { column: "sold_at", role: "date", needed: true }, dates),
          numberValue(plan, { column: "quantity", role: "quantity", needed: true }),
          numberValue(plan, { column: "amount", role: "amount", needed: true }),
          numberValue(plan, { column: "unit_price", role: "unit_price", needed: !hasAmount }),
          numberValue(plan, { column: "unit_cost", role: "unit_cost", needed: false }),
        ];
  return values.filter((value) => value !== null);
}
