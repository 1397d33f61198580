import type { Engine, RunOptions } from "@/lib/engine/engine";
import { identifier, quoteLiteral } from "@/lib/query/literal";
import emptyProfiles from "@/sql/model/empty-profiles.sql?raw";
import { makeProfile, profileTable } from "./make-profile";
import type { ReadSet } from "./read-set";
import { tableViewName } from "./table-view-name";

/** Marks the views made here, so that they can be found again when their file is gone. */
const MARK = "a file that is an ordinary table";

/**
 * (Re)creates `profiles` and a view for each ordinary table, named after its file. A profile that is missing, as after a
 * reload, is computed again.
 */
export async function defineTables(engine: Engine, dataSets: readonly ReadSet[], options: RunOptions): Promise<void> {
  const sets = dataSets.filter(({ kind }) => kind === "table");
  const { tables, views } = await present(engine, options);
  const wanted = new Set(sets.map(({ id }) => profileTable(id)));
  const stale = [
    ...views.map((name) => `drop view if exists ${identifier(name)}`),
    ...tables.filter((name) => !wanted.has(name)).map((name) => `drop table if exists ${identifier(name)}`),
  ];
  if (stale.length > 0) await engine.execute(stale.join(";\n"), options);
  for (const { id, fileName } of sets) {
    if (!tables.includes(profileTable(id))) await makeProfile(engine, id, fileName ?? id, options);
  }
  const profiles = sets.map(
    ({ id }, position) => `select *, ${position}::bigint as data_set_position from ${identifier(profileTable(id))}`,
  );
  const none = `select * from (${emptyProfiles})`;
  await engine.execute(
    [
      `create or replace view profiles as\n${[none, ...profiles].join("\nunion all by name\n")}`,
      ...namedTables(sets).flatMap(({ id, view }) => [
        `create or replace view ${identifier(view)} as from ${identifier(`table_${id}`)}`,
        `comment on view ${identifier(view)} is ${quoteLiteral(MARK)}`,
      ]),
    ].join(";\n"),
    options,
  );
}

/** The ordinary tables of a notebook and the names of their views, unique in the order of the sets. */
export function namedTables(
  dataSets: readonly Pick<ReadSet, "id" | "kind" | "fileName">[],
): { id: string; view: string }[] {
  const taken = new Set<string>();
  return dataSets.flatMap(({ id, kind, fileName }) => {
    if (kind !== "table") return [];
    const view = tableViewName(fileName ?? id, taken);
    taken.add(view);
    return [{ id, view }];
  });
}

async function present(engine: Engine, options: RunOptions): Promise<{ tables: string[]; views: string[] }> {
  const { rows } = await engine.runText(
    String.raw`select table_name as name, 'table' as what from duckdb_tables()
      where not internal and schema_name = 'main' and table_name like 'profile\_%' escape '\'
    union all
    select view_name, 'view' from duckdb_views() where comment = ${quoteLiteral(MARK)}`,
    {},
    options,
  );
  const of = (what: string) => rows.filter((row) => row.what === what).map(({ name }) => String(name));
  return { tables: of("table"), views: of("view") };
}
