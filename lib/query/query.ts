import type { Column, RowSpec } from "./column";
import type { ParamSpec, ParamsOf, ParamValue } from "./param";
import { QueryError } from "./query-error";
import { paramNames } from "./sql-names";

/** One SQL statement with typed parameters and typed rows. Made by `defineQuery`. */
export interface Query<P extends ParamSpec = ParamSpec, R extends RowSpec = RowSpec> {
  readonly name: string;
  readonly text: string;
  readonly params: P;
  readonly row: R;
  readonly columns: readonly Column[];
}

/** Declares a query. Throws QueryError at load when the `$names` of the text and the declared params differ. */
export function defineQuery<P extends ParamSpec, R extends RowSpec>(spec: {
  name: string;
  text: string;
  params: P;
  row: R;
}): Query<P, R> {
  const used = paramNames(spec.text).sort();
  const declared = Object.keys(spec.params).sort();
  if (used.join() !== declared.join()) {
    throw new QueryError({
      kind: "bad-definition",
      message: `Query ${spec.name} uses $${used.join(", $")} but declares ${declared.join(", ")}.`,
    });
  }
  const columns = Object.entries(spec.row).map(([name, { label, kind, unit, hidden, parts }]) => ({
    name,
    label,
    kind,
    unit,
    hidden,
    ...(parts ? { parts } : {}),
  }));
  return { ...spec, columns };
}

/** Every parameter of a query, complete: given values checked, the rest at their defaults. Throws QueryError. */
export function toParams<P extends ParamSpec>(query: Query<P>, given: Record<string, unknown>): ParamsOf<P> {
  const entries = Object.entries(query.params).map(([name, codec]) => [
    name,
    given[name] === undefined ? codec.default : codec.parse(given[name]),
  ]);
  return Object.fromEntries(entries) as ParamsOf<P>;
}

/** The argument list of EXECUTE: `limit := 10::BIGINT, sort_by := 'quantity'::VARCHAR`. */
export function paramLiterals(query: Query, params: Record<string, ParamValue>): Record<string, string> {
  const entries = Object.entries(query.params).map(([name, codec]) => {
    const value = codec.parse(params[name]);
    return [name, (codec.literal as (value: ParamValue) => string)(value)];
  });
  return Object.fromEntries(entries);
}
