import type { Engine } from "@/lib/engine/engine";
import { identifier, quoteLiteral } from "@/lib/query/literal";
import type { NamedBlob } from "./decode";
import { fillFromFile } from "./fill-from-file";
import { makeProfile, profileTable } from "./make-profile";
import { applies, type ImportPlan } from "./plan";
import type { ReadOptions, ReadResult } from "./read-result";
import { BLANK } from "./set-aside-reasons";
import { cells, type Source } from "./source";
import { columnNames } from "./table-columns";
import { setAsideTable, tableLedger } from "./table-ledger";
import { typedColumns } from "./table-types";

/**
 * Reads a file that is an ordinary table into `table_<id>`, under its own column names, each column typed by all of its
 * values, and describes it in `profile_<id>`. Every line is kept but blank ones and those that cannot be cut. When it
 * fails or is aborted, nothing of it stays in the engine. Throws IngestError, EngineError or AbortError.
 */
export async function readTable(
  engine: Engine,
  file: NamedBlob,
  plan: ImportPlan,
  { id, thisYear = new Date().getFullYear(), onProgress: tell, signal, walks }: ReadOptions,
): Promise<ReadResult> {
  const [table, setAside, stage] = [`table_${id}`, `set_aside_${id}`, `stage_${id}`];
  const leftOver = [stage];
  const report = (phase: string, doneBytes: number, rows: number | null) =>
    tell?.({ phase, doneBytes, totalBytes: file.size, rows });
  try {
    report("Reading", 0, null);
    const onProgress = (fraction: number) => report("Reading", Math.round(fraction * file.size), null);
    const fill = (source: Source) => engine.execute(stageSql(source, { stage, plan }), { signal, onProgress });
    const { made } = await fillFromFile(engine, file, plan, fill, { signal, walks });
    report("Sorting out", file.size, null);
    const names = cells(plan);
    const reading = { dateOrder: plan.dateOrder, decimalMark: plan.decimalMark, newestYear: thisYear + 1 };
    const types = await typedColumns(engine, stage, { names, reading }, { signal });
    const titles = columnNames(plan.columns);
    const columns = types.map(
      ({ value }, index) => `${value} as ${identifier(titles[index] ?? `column_${index + 1}`)}`,
    );
    await engine.execute(
      `create or replace table ${identifier(table)} as select ${columns.join(",\n")}
      from ${identifier(stage)} where reason is null`,
      { signal },
    );
    const aside = await setAsideTable(engine, setAside, { stage, fileName: file.name }, { signal });
    await makeProfile(engine, id, file.name, { signal });
    const missing = types.map((column, index) => ({ column: titles[index] ?? "", missing: column.missing }));
    const ledger = await tableLedger(
      engine,
      { table, setAside: aside, stage, fileName: file.name, made, missing },
      { signal },
    );
    return {
      table,
      setAside: aside,
      ledger,
      rows: ledger.kept,
      firstDay: null,
      lastDay: null,
      readAs: `Read ${count(ledger.kept, "line")} as a table of ${count(titles.length, "column")}.`,
    };
  } catch (error) {
    leftOver.push(table, setAside, profileTable(id));
    throw error;
  } finally {
    await engine.execute(leftOver.map((name) => `drop table if exists ${identifier(name)}`).join(";\n"));
  }
}

function count(number: number, word: string): string {
  return `${number.toLocaleString("en-US")} ${word}${number === 1 ? "" : "s"}`;
}

interface StageSpec {
  stage: string;
  plan: ImportPlan;
}

/** The records as text, with the reason why a line does not count (null = kept) and then its raw text. */
function stageSql({ records }: Source, { stage, plan }: StageSpec): string {
  const names = cells(plan);
  const all = names.join(", ");
  const blank = String.raw`regexp_matches(concat(${all}), '^\s*$')`;
  const counted = plan.countedLines.length > 0 ? ` and line not in (${plan.countedLines.join(", ")})` : "";
  const whenBlank = applies(plan, "blank") ? `when ${blank}${counted} then ${quoteLiteral(BLANK)}` : "";
  const rebuilt = `array_to_string(list_transform([${all}], lambda f: coalesce(f, '')), ${quoteLiteral(plan.dialect.delimiter)})`;
  return `create or replace temp table ${identifier(stage)} as
    select line, reason, case when reason is not null then coalesce(raw, ${rebuilt}) end as raw, ${all}
    from (select *, case when problem is not null then problem ${whenBlank} end as reason from (${records}))`;
}
