import { DuckDBInstance } from "@duckdb/node-api";
import { shopAnalyses } from "@/lib/analyses/registry";
import { openNodeEngine } from "@/lib/engine/node";
import { defineRelations } from "@/lib/ingest/define-relations";
import { inspectFile } from "@/lib/ingest/inspect-file";
import { readFile } from "@/lib/ingest/read-file";
import { paramLiterals, toParams } from "@/lib/query/query";

const TIMES = 3;

async function fastest(work: () => Promise<unknown>): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let time = 0; time < TIMES; time += 1) {
    const started = performance.now();
    await work();
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

/** Milliseconds of every analysis on the shipped engine and on native DuckDB with one thread, over the same file. */
export async function benchAnalyses(
  path: string,
  file: File,
): Promise<{ name: string; wasm: number; native: number }[]> {
  const engine = await openNodeEngine(4000);
  const { plan } = await inspectFile(file);
  await readFile(engine, file, plan, { id: "bench" });
  await defineRelations(engine, [{ id: "bench", kind: "sales", hasSetAside: false }]);

  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const native = await instance.connect();
  const texts = ["product_id", "product_name", "category", "customer_id", "transaction_id"];
  await native.run(`create table lines as select
    invoice_date::timestamp as sold_at, product_id, product_name, category, quantity::decimal(18,3) as quantity,
    unit_price::decimal(18,4) as unit_price, total::decimal(18,4) as amount, null::decimal(18,4) as unit_cost,
    nullif(customer, '') as customer_id, invoice_no::varchar as transaction_id, null::varchar as store,
    'bench.csv' as source_file, row_number() over () as source_line
    from read_csv('${path.replaceAll("'", "''")}')`);
  for (const text of texts) {
    await native.run(
      `create type e_${text} as enum (select distinct ${text} from lines where ${text} is not null order by 1)`,
    );
  }
  await native.run(
    `create table sales as select * replace (${texts.map((t) => `${t}::e_${t} as ${t}`).join(", ")}) from lines`,
  );
  await native.run("drop table lines");
  await native.run(`create table inventory (product_id varchar, product_name varchar, category varchar,
    current_stock decimal(18,3), unit_cost decimal(18,4), last_updated date, store varchar)`);
  await native.run(`create table catalogue as select product_id::varchar as product_id,
    mode(product_name)::varchar as product_name, mode(category)::varchar as category, null::decimal(18,4) as unit_cost
    from sales group by 1`);

  const measured = [];
  for (const { name, query } of shopAnalyses) {
    const params = toParams(query, {});
    const literals = Object.entries(paramLiterals(query, params)).map(([key, value]) => `"${key}" := ${value}`);
    const given = literals.length > 0 ? `(${literals.join(", ")})` : "";
    await native.run(`prepare "${name}" as ${query.text}`);
    measured.push({
      name,
      wasm: await fastest(() => engine.run(query, params)),
      native: await fastest(() => native.runAndReadAll(`execute "${name}"${given}`)),
    });
  }
  await engine.close();
  return measured;
}
