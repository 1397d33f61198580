import { DuckDBInstance } from "@duckdb/node-api";
import { furtherAnalyses, shopAnalyses } from "@/lib/analyses/registry";
import { buildRelations, remakeCatalogue } from "@/lib/analyses/testing/relations";
import { quoteLiteral } from "@/lib/query/literal";
import { paramLiterals, toParams } from "@/lib/query/query";
import { KEPT_TABLES, keepRows } from "@/lib/workbench/shared-relations";
import { fastest, type Timed } from "./timed";

const TEXTS = ["product_id", "product_name", "category", "customer_id"];

/** The same columns and types as an import makes of the file. */
async function fill(run: (text: string) => Promise<unknown>, path: string): Promise<void> {
  await run(`create table lines as select
    invoice_date::timestamp as sold_at, product_id, product_name, category, quantity::decimal(18,3) as quantity,
    unit_price::decimal(18,4) as unit_price, total::decimal(18,4) as amount, null::decimal(18,4) as unit_cost,
    nullif(customer, '') as customer_id, invoice_no::varchar as transaction_id, null::varchar as store,
    'bench.csv' as source_file, row_number() over () as source_line
    from read_csv(${quoteLiteral(path)})`);
  for (const text of TEXTS) {
    await run(
      `create type e_${text} as enum (select distinct ${text} from lines where ${text} is not null order by 1)`,
    );
  }
  const words = TEXTS.map((text) => `${text}::e_${text} as ${text}`).join(", ");
  await run(`create or replace table sales as select * replace (${words}) from lines`);
  await run("drop table lines");
}

/** What the analyses take on native DuckDB with one thread over the same file, after what they share was made. */
export async function nativeAnalyses(path: string): Promise<Timed[]> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const native = await instance.connect();
  const executor = { execute: async (text: string): Promise<void> => void (await native.run(text)) };
  await buildRelations(executor, {});
  await fill(executor.execute, path);
  await remakeCatalogue(executor);
  const measured: Timed[] = [];
  const shared = KEPT_TABLES.map((table) => table.replace("kept_", ""));
  for (const view of shared) measured.push({ name: view, ms: await fastest(() => keepRows(executor, view), 1) });
  for (const { name, query } of [...shopAnalyses, ...furtherAnalyses]) {
    const literals = Object.entries(paramLiterals(query, toParams(query, {})));
    const given = literals.map(([key, value]) => `"${key}" := ${value}`).join(", ");
    await native.run(`prepare "${name}" as ${query.text}`);
    const ask = () => native.runAndReadAll(`execute "${name}"${given === "" ? "" : `(${given})`}`);
    measured.push({ name, ms: await fastest(ask) });
  }
  return measured;
}
