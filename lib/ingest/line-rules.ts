import { quoteLiteral } from "@/lib/query/literal";
import type { LineAmount } from "./amount-sql";
import { otherCurrencySql } from "./currency";
import { applies, type ImportPlan, type LineTypes, type Role, type RuleName } from "./plan";
import { BLANK, NAMED_TOTAL_PATTERN, REPEATED_HEADER, reasonOf, TOTAL_LINE, TOTAL_PATTERN } from "./set-aside-reasons";
import { cell, cells } from "./source";
import type { TypedValue } from "./typed-values";
import type { ValueShapes } from "./value-shapes";

/** How lines are judged, as SQL over c1, c2, ..., `line`, `problem` and the typed columns. */
export interface LineRules {
  /** True for a line that counts: all it needs is there and no rule leaves it out. */
  kept: string;
  /** The reason of a line that does not, as the branches of a CASE. */
  reasons: string;
  /** True for a line that counts but would be a total if it were the last one. */
  maybeTotal: string;
  /** True for a returned line; null where there are none. */
  returned: string | null;
}

const list = (texts: readonly string[]) => texts.map(quoteLiteral).join(", ");
const typeText = (plan: ImportPlan, { column }: LineTypes) => `lower(trim(coalesce(${cell(plan, column)}, '')))`;

export function lineRules(
  plan: ImportPlan,
  values: readonly TypedValue[],
  { amount, shapes }: { amount: LineAmount | null; shapes: ValueShapes },
): LineRules {
  const counted = plan.countedLines.length > 0 ? `line in (${plan.countedLines.map(Number).join(", ")})` : null;
  /** A rule holds where it applies and the line is not counted whatever rules say. */
  const rule = (name: RuleName, holds: string | null, reason: string): { holds: string; reason: string } | null => {
    if (holds === null || !applies(plan, name)) return null;
    return { holds: counted === null ? holds : `((${holds}) and not ${counted})`, reason };
  };
  // What is read and left out: these rules also judge lines that have all they need.
  const leaving = [notASale(plan, rule), otherCurrency(plan, shapes, rule)].filter((entry) => entry !== null);
  const before = [
    rule("blank", String.raw`regexp_matches(concat(${cells(plan).join(", ")}), '^\s*$')`, quoteLiteral(BLANK)),
    rule("repeated-header", repeatedHeader(plan), quoteLiteral(REPEATED_HEADER)),
    rule("total-line", totalAmongUnusable(plan), quoteLiteral(TOTAL_LINE)),
  ].filter((entry) => entry !== null);
  const needed = [
    ...values.filter((value) => value.needed).map(({ usable, reason }) => ({ usable, reason })),
    ...(amount ? [{ usable: "amount is not null", reason: amount.reason }] : []),
    ...neededTexts(plan),
  ];
  const kept = [
    "problem is null",
    ...needed.map(({ usable }) => usable),
    ...leaving.map(({ holds }) => `(${holds}) is not true`),
  ];
  const whens = [
    "when problem is not null then problem",
    ...[...before, ...leaving].map(({ holds, reason }) => `when ${holds} then ${reason}`),
    ...needed.map(({ usable, reason }) => `when (${usable}) is not true then ${reason}`),
  ];
  // Only the end of a file, or a file without dates, can hold a total that has all it needs.
  const looks = shapes.mayEndWithTotal || plan.mapping.date === undefined;
  const total = looks ? rule("total-line", maybeTotal(plan), "") : null;
  return {
    kept: kept.join(" and "),
    reasons: whens.join("\n    "),
    maybeTotal: total?.holds ?? "false",
    returned: returnedLines(plan),
  };
}

type MakeRule = (name: RuleName, holds: string | null, reason: string) => { holds: string; reason: string } | null;

function notASale(plan: ImportPlan, rule: MakeRule) {
  const types = plan.lineTypes;
  if (types === null || (types.excluded.length === 0 && types.sold === null)) return null;
  const text = typeText(plan, types);
  const known = types.sold === null ? null : ["", ...types.sold, ...types.returned];
  const holds = [
    ...(types.excluded.length > 0 ? [`${text} in (${list(types.excluded)})`] : []),
    ...(known ? [`${text} not in (${list(known)})`] : []),
  ];
  return rule(
    "not-a-sale",
    `(${holds.join(" or ")})`,
    `'not a sale (' || coalesce(nullif(trim(${cell(plan, types.column)}), ''), 'empty') || ')'`,
  );
}

/** Currencies are never added: a line that names another one does not count. */
function otherCurrency(plan: ImportPlan, shapes: ValueShapes, rule: MakeRule) {
  const { currency, mapping } = plan;
  if (currency === null) return null;
  const texts = [
    ...(mapping.currency === undefined ? [] : [mapping.currency]),
    ...(shapes.namesCurrency ? [mapping.amount, mapping.unit_price] : []),
  ].filter((name) => name !== undefined);
  if (texts.length === 0) return null;
  const codes = texts.map((name) => otherCurrencySql(cell(plan, name), currency));
  const code = codes.length === 1 ? (codes[0] ?? "null") : `coalesce(${codes.join(", ")})`;
  return rule("other-currency", `(${code}) is not null`, `'in ' || (${code}) || ', not in ${currency}'`);
}

function returnedLines(plan: ImportPlan): string | null {
  if (plan.kind === "returns") return "true";
  const types = plan.lineTypes;
  if (plan.kind !== "sales" || types === null || types.returned.length === 0) return null;
  return `(${typeText(plan, types)} in (${list(types.returned)}))`;
}

/** Lists say nothing about a thing they do not name. */
function neededTexts(plan: ImportPlan): { usable: string; reason: string }[] {
  const roles: Partial<Record<ImportPlan["kind"], readonly Role[]>> = {
    products: ["product_name", "product_id"],
    orders: ["transaction"],
    stores: ["store"],
  };
  const texts = (roles[plan.kind] ?? []).flatMap((role) => plan.mapping[role] ?? []).map((name) => cell(plan, name));
  if (texts.length === 0) return [];
  const filled = texts.map((text) => `trim(${text}) <> ''`);
  const missing =
    plan.kind === "products" ? reasonOf.noProduct : reasonOf.missing(plan.kind === "orders" ? "transaction" : "store");
  return [{ usable: `(${filled.join(" or ")})`, reason: quoteLiteral(missing) }];
}

function repeatedHeader(plan: ImportPlan): string | null {
  const names = Object.values(plan.mapping);
  if (names.length === 0 || plan.layout.headerRow === null) return null;
  return names
    .map((name) => `lower(trim(${cell(plan, name)})) = ${quoteLiteral(name.trim().toLowerCase())}`)
    .join(" and ");
}

const firstFilled = (plan: ImportPlan) =>
  `coalesce(${cells(plan)
    .map((text) => `nullif(trim(${text}), '')`)
    .join(", ")}, null)`;

function productCells(plan: ImportPlan): string[] {
  const { product_name: name, product_id: id } = plan.mapping;
  return [name, id].filter((column) => column !== undefined).map((column) => cell(plan, column));
}

/** A line that lacks something is a total when it begins with the word, or with a total's name and has no date or product. */
function totalAmongUnusable(plan: ImportPlan): string {
  const first = `lower(${firstFilled(plan)})`;
  const products = productCells(plan).map((text) => `coalesce(trim(${text}), '') = ''`);
  const lacks = [
    ...(products.length > 0 ? [`(${products.join(" and ")})`] : []),
    ...(plan.mapping.date === undefined || plan.kind === "inventory" ? [] : ["sold_at is null"]),
  ];
  const named = `(regexp_matches(${first}, ${quoteLiteral(NAMED_TOTAL_PATTERN)}) and (${lacks.join(" or ") || "true"}))`;
  return `coalesce(regexp_matches(${first}, ${quoteLiteral(TOTAL_PATTERN)}) or ${named}, false)`;
}

/** Reads only a few letters of a line that is no total. */
function maybeTotal(plan: ImportPlan): string {
  const texts = new Set([cells(plan)[0] ?? "null", ...productCells(plan)]);
  const words = [...texts].map(
    (text) => `(length(${text}) < 40 and regexp_matches(lower(trim(${text})), ${quoteLiteral(TOTAL_PATTERN)}))`,
  );
  return `coalesce(${words.join(" or ")}, false)`;
}
