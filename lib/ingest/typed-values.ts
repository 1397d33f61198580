import { quoteLiteral } from "@/lib/query/literal";
import type { LedgerWarning } from "@/lib/std/ledger";
import { dateSql, plausibleSql, timeOfDaySql } from "./date-sql";
import { countSql, numberSql, roundedSql, shareSql } from "./number-sql";
import type { ImportPlan, Role } from "./plan";
import { FAILED_PATTERN, MISSING_PATTERN, reasonOf, roleWord } from "./set-aside-reasons";
import { cell } from "./source";
import { MONEY_TYPE, QUANTITY_TYPE } from "./text-columns";
import type { ValueShapes } from "./value-shapes";

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
  /** The rule that would change it. */
  change?: LedgerWarning["change"];
}

/** How the file's values are written, and up to which year two digits are read as this century. */
export interface Reading extends ValueShapes {
  newestYear: number;
  /** Dates are looked for in every common form, not only in those of the sample. */
  patientDates: boolean;
}

// A pattern, because a list of texts becomes a join that every line pays for.
const matches = (text: string, pattern: string) => `regexp_matches(lower(trim(${text})), ${quoteLiteral(pattern)})`;
export const missingSql = (text: string) => `(${text} is null or ${matches(text, MISSING_PATTERN)})`;
/** Nothing is known where a spreadsheet shows "#N/A" or a till writes ERROR. */
const nothingSql = (text: string) => `(${missingSql(text)} or ${matches(text, FAILED_PATTERN)})`;
export const onLines = (lines: number) => `on ${lines.toLocaleString("en-US")} ${lines === 1 ? "line" : "lines"}`;

interface ValueSpec {
  column: string;
  role: Role;
  needed: boolean;
}

const isCount = (role: Role) => role === "quantity" || role === "current_stock";
/** Only quantities have units behind them. */
const numberSqlOf = (role: Role) => (isCount(role) ? countSql : numberSql);

/** Why a needed number cannot be used, as SQL over its text. */
export function numberReason(text: string, role: Role, plan: Pick<ImportPlan, "decimalMark">): string {
  return `case when ${missingSql(text)} then ${quoteLiteral(reasonOf.missing(role))}
      when ${numberSqlOf(role)(text, "double", plan.decimalMark)} is not null then ${quoteLiteral(reasonOf.tooLarge(role))}
      else ${quoteLiteral(reasonOf.noNumber(role))} end`;
}

function numberValue(plan: ImportPlan, { column, role, needed }: ValueSpec): TypedValue | null {
  const name = plan.mapping[role];
  if (name === undefined) return null;
  const text = cell(plan, name);
  const decimals = isCount(role) ? 3 : 4;
  const type = decimals === 3 ? QUANTITY_TYPE : MONEY_TYPE;
  const rounded: Remark = {
    holds: roundedSql(text, decimals, plan.decimalMark),
    sentence: (lines) =>
      `${name} has more than ${decimals} decimals ${onLines(lines)}; it is rounded there to ${decimals}.`,
  };
  const unread: Remark = {
    holds: `(${column} is null and not ${nothingSql(text)})`,
    sentence: (lines) => `${name} cannot be read ${onLines(lines)}; the ${roleWord(role)} is unknown there.`,
  };
  return {
    column,
    read: numberSqlOf(role)(text, type, plan.decimalMark),
    needed,
    usable: `${column} is not null`,
    reason: numberReason(text, role, plan),
    // A total that cannot be read is rebuilt or costs the line: both are said elsewhere.
    remarks: needed || role === "amount" ? [rounded] : [rounded, unread],
  };
}

/** Money off the total, or the share of it; no text is no discount. The sign says nothing: a discount is taken off. */
function discountValue(plan: ImportPlan, { discountUnit }: Reading): TypedValue | null {
  const name = plan.mapping.discount;
  if (name === undefined) return null;
  const text = cell(plan, name);
  const share = plan.discountAs === "share";
  const read = share
    ? `list_transform([${shareSql(text, "decimal(9, 6)", plan.decimalMark, discountUnit)}], lambda d: case when abs(d) <= 1 then d end)[1]`
    : numberSql(text, MONEY_TYPE, plan.decimalMark);
  const number = numberSql(`replace(${text}, '%', '')`, "double", plan.decimalMark);
  return {
    column: "discount",
    read: `abs(case when ${missingSql(text)} then 0 else ${read} end)`,
    // Beside a total it says nothing new.
    needed: plan.mapping.amount === undefined,
    usable: "discount is not null",
    reason: share
      ? `case when ${number} is null then ${quoteLiteral(reasonOf.noNumber("discount"))} else ${quoteLiteral(reasonOf.noShare("discount"))} end`
      : numberReason(text, "discount", plan),
    remarks: [],
  };
}

function dateValue(plan: ImportPlan, spec: ValueSpec, reading: Reading): TypedValue | null {
  const name = plan.mapping[spec.role];
  if (name === undefined) return null;
  const text = cell(plan, name);
  const dates = {
    shapes: reading.dates,
    order: plan.dateOrder,
    newestYear: reading.newestYear,
    patient: reading.patientDates,
  };
  const read = dateSql({ text, ...dates });
  // A needed date is checked where lines are judged, which is cheaper.
  const checked = spec.needed
    ? `(${read})`
    : `list_transform([${read}], lambda t: case when ${plausibleSql("t")} then t end)[1]`;
  const clock = spec.column === "sold_at" ? plan.mapping.time : undefined;
  const timed = spec.column === "sold_at" && reading.dates.some((shape) => shape.time !== "");
  const unread: Remark = {
    holds: `(${spec.column} is null and not ${nothingSql(text)})`,
    sentence: (lines) => `${name} cannot be read ${onLines(lines)}; the date is unknown there.`,
  };
  return {
    column: spec.column,
    read: clock === undefined ? (timed ? checked : `${checked}::date`) : withClock(checked, cell(plan, clock), dates),
    needed: spec.needed,
    usable: plausibleSql(spec.column),
    reason: `case when ${missingSql(text)} then ${quoteLiteral(reasonOf.missing(spec.role))}
      else ${quoteLiteral(reasonOf.noDate(spec.role))} end`,
    remarks: [
      ...(spec.needed ? [] : [unread]),
      ...(clock === undefined ? [] : [unreadClock(clock, cell(plan, clock), dates)]),
    ],
  };
}

type Dates = Omit<Parameters<typeof dateSql>[0], "text">;

/** The day of one column with the time of another; midnight where that cannot be read. */
function withClock(date: string, text: string, dates: Dates): string {
  return `(${date})::date + coalesce(${timeOfDaySql(text, dates)}, time '00:00:00')`;
}

function unreadClock(name: string, text: string, dates: Dates): Remark {
  return {
    holds: `(not ${nothingSql(text)} and ${timeOfDaySql(text, dates)} is null)`,
    sentence: (lines) => `${name} cannot be read ${onLines(lines)}; the day counts without its time there.`,
  };
}

/** The numbers and dates of a plan, in the order in which reasons are looked for. */
export function typedValues(plan: ImportPlan, reading: Reading): TypedValue[] {
  const hasAmount = plan.mapping.amount !== undefined;
  const cost: ValueSpec = { column: "unit_cost", role: "unit_cost", needed: false };
  const all = (): (TypedValue | null)[] => {
    switch (plan.kind) {
      case "inventory":
        return [
          numberValue(plan, { column: "current_stock", role: "current_stock", needed: true }),
          numberValue(plan, cost),
          dateValue(plan, { column: "last_updated", role: "last_updated", needed: false }, reading),
        ];
      case "products":
        return [
          numberValue(plan, { column: "unit_price", role: "unit_price", needed: false }),
          numberValue(plan, cost),
        ];
      case "orders":
        return [dateValue(plan, { column: "sold_at", role: "date", needed: true }, reading)];
      case "stores":
      case "table":
        return [];
      default:
        return [
          dateValue(plan, { column: "sold_at", role: "date", needed: true }, reading),
          numberValue(plan, { column: "quantity", role: "quantity", needed: true }),
          numberValue(plan, { column: "total", role: "amount", needed: false }),
          numberValue(plan, { column: "unit_price", role: "unit_price", needed: !hasAmount }),
          discountValue(plan, reading),
          numberValue(plan, cost),
        ];
    }
  };
  return all().filter((value) => value !== null);
}
