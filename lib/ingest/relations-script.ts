import type { Engine, RunOptions } from "@/lib/engine/engine";
import { defineRelations } from "./define-relations";
import { makeProfile } from "./make-profile";
import type { ReadSet } from "./read-set";

/** The engine for questions; what it is told to do is written down instead. */
function writtenDown(engine: Engine, statements: string[]): Engine {
  return {
    version: engine.version,
    run: (query, params, options) => engine.run(query, params, options),
    runText: (text, params, options) => engine.runText(text, params, options),
    references: (text) => engine.references(text),
    async execute(text) {
      statements.push(text);
    },
    async keep(table, text) {
      statements.push(`create or replace table ${table} as ${text}`);
    },
    attach: (file, name) => engine.attach(file, name),
    detach: (path) => engine.detach(path),
    async load() {},
    export: (table, range, options) => engine.export(table, range, options),
    async close() {},
  };
}

/**
 * The statements that make every relation of sql/README.md from the tables `<kind>_<id>`, as Lucid tells its own engine,
 * which holds those tables and relations. Lines that were set aside when a file was read are not among them.
 */
export async function relationsScript(
  engine: Engine,
  dataSets: readonly ReadSet[],
  options: RunOptions = {},
): Promise<string[]> {
  const statements: string[] = [];
  const recorder = writtenDown(engine, statements);
  for (const { id, kind, fileName } of dataSets) {
    if (kind === "table") await makeProfile(recorder, id, fileName ?? id, options);
  }
  const known = dataSets.map((set) => ({ ...set, hasSetAside: false }));
  await defineRelations(recorder, known, options);
  return statements;
}
