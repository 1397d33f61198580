import { beforeAll, expect, it } from "vitest";
import { type NodeEngine, openNodeEngine } from "@/lib/engine/node";
import { DUCKDB_FUNCTIONS } from "./duckdb-functions";
import { sqlFunctions } from "./sql-functions";
import { CLAUSES, TYPES } from "./sql-words";

/** About the database itself, other connections and files: nothing a question to the data needs, or refused here. */
const LEFT_OUT =
  /^(pg_|has_|inet_|current_(catalog|connection|database|query|role|schema|setting|transaction|user)|session_user|user$|nextval|currval|txid_|col_description|obj_description|shobj_|format_type|format_pg_type|map_to_pg_oid|get_block_size|getvariable|in_search_path|write_log|parse_duckdb_log|stats$|vector_type|cast_to_type|can_cast_implicitly|replace_type|create_sort_key|constant_or_null|remap_struct|combine$|finalize$|test_|is_histogram_other|.*_comma_default|(i|not_i|not_)?like_escape|generate_subscripts|unpivot_list|variant_|version$|setseed|md5_number|sum_no_overflow|timetz_|normalized_interval|count_star)/;
const TABLE_FUNCTIONS = ["generate_series", "histogram_values", "query_table", "range", "repeat", "unnest"];

let engine: NodeEngine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

interface Form {
  name: string;
  params: string;
  varargs: boolean;
  returns: string;
  about: string;
}

async function forms(): Promise<Form[]> {
  const { rows } = await engine.runText(`
    select
      function_name as name,
      coalesce(array_to_string(list_transform(parameters, lambda each, place :
        case
          when not regexp_matches(each, '^(col\\d+|arg)$') then regexp_extract(each, '[A-Za-z_]\\w*')
          when parameter_types[place] = 'VARCHAR' then 'text'
          else 'value'
        end), ', '), '') as params,
      varargs is not null as varargs,
      coalesce(return_type, '') as returns,
      coalesce(description, '') as about
    from duckdb_functions()
    where regexp_matches(function_name, '^[a-z][a-z0-9_]*$')
      and (function_type in ('scalar', 'aggregate', 'macro') or list_contains(['${TABLE_FUNCTIONS.join("', '")}'], function_name))
    order by all
  `);
  return rows.flatMap((row) =>
    LEFT_OUT.test(String(row.name)) ? [] : [{ ...row, varargs: row.varargs === true } as unknown as Form],
  );
}

/** `round(x, [precision])`: what every form asks for, then in brackets what only the longest does. */
function signature(all: readonly Form[]): string {
  const lists = all.map(({ params }) => (params === "" ? [] : params.split(", ")));
  const longest = lists.reduce((best, list) => (list.length > best.length ? list : best), []);
  const least = Math.min(...lists.map((list) => list.length));
  const shown = longest.map((param, at) => (at < least ? param : `[${param}]`));
  const returns = new Set(all.map((form) => form.returns));
  const result = returns.size === 1 ? [...returns][0] : "";
  const types = result && !/ANY|"NULL"|LAMBDA|^T$/.test(result) ? ` -> ${result}` : "";
  return `${all[0]?.name}(${[...shown, ...(all.some(({ varargs }) => varargs) ? ["..."] : [])].join(", ")})${types}`;
}

function about(all: readonly Form[]): string {
  const said = all.find((form) => form.about !== "")?.about ?? "";
  const first =
    said
      .replaceAll(/\s+/g, " ")
      .trim()
      .split(/(?<=[^.e]\.) (?=[A-Z])/)[0] ?? "";
  return first.replaceAll("`", "'").replaceAll("\\", "").replaceAll("${", "{");
}

it("the functions offered are those of the shipped engine; written anew by vitest -u", async () => {
  const told = await forms();
  const byName = [...new Set(told.map(({ name }) => name))].map((name) => told.filter((form) => form.name === name));
  const lines = byName.map((all) => `${signature(all)}\t${about(all)}`.trim());
  const { rows } = await engine.runText("select version() as version");
  await expect(
    [
      `/** The functions of DuckDB ${rows[0]?.version} as the engine tells them, one a line: how it is called, a tab, what it does. */`,
      "export const DUCKDB_FUNCTIONS = `",
      ...lines,
      "`;",
      "",
    ].join("\n"),
  ).toMatchFileSnapshot("./duckdb-functions.ts");
  expect(lines.length).toBeGreaterThan(400);
});

it("every function offered can be called", () => {
  const functions = sqlFunctions();
  expect(functions.length).toBeGreaterThan(DUCKDB_FUNCTIONS.trim().split("\n").length);
  expect(new Set(functions.map(({ name }) => name)).size).toBe(functions.length);
  expect(functions.filter(({ name, signature }) => !signature.startsWith(`${name}(`))).toEqual([]);
});

it("every clause and type offered is a word of the engine's", async () => {
  const { rows: words } = await engine.runText("select keyword_name as word from duckdb_keywords()");
  const known = new Set(words.map(({ word }) => word));
  expect(CLAUSES.flatMap((phrase) => phrase.split(" ")).filter((word) => !known.has(word))).toEqual([]);
  const { rows: types } = await engine.runText("select type_name as type from duckdb_types()");
  const names = new Set(types.map(({ type }) => type));
  expect(TYPES.filter((type) => !names.has(type))).toEqual([]);
});
