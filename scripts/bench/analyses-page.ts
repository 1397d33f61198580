import type { Analysis } from "@/lib/analyses/analysis";
import { factsQuery } from "@/lib/analyses/facts";
import { furtherAnalyses, shopAnalyses } from "@/lib/analyses/registry";
import type { Engine } from "@/lib/engine/engine";
import { openWasmEngine } from "@/lib/engine/wasm";
import { defineRelations } from "@/lib/ingest/define-relations";
import { inspectFile } from "@/lib/ingest/inspect-file";
import { readFile } from "@/lib/ingest/read-file";
import { warmUp } from "@/lib/ingest/warm-up";
import { toParams } from "@/lib/query/query";
import { keepRows, sharedViews } from "@/lib/workbench/shared-relations";
import { chosenFile } from "./chosen-file";
import { fastest, type Timed } from "./timed";

const asked = (engine: Engine, { query }: Analysis) => engine.run(query, toParams(query, {}));

/** The views that analyses share, in the order in which they are first read. */
const shared = [...new Set(shopAnalyses.flatMap(({ query }) => sharedViews(query.text)))];

/**
 * Imports the chosen file, then asks in their order what a new notebook asks of it (`first`, once) and after that every
 * analysis again (`again`, the best of three).
 */
async function analysesBench(): Promise<{ first: Timed[]; again: Timed[] }> {
  const engine = openWasmEngine();
  await warmUp(engine);
  const file = chosenFile();
  const { plan } = await inspectFile(file);
  await readFile(engine, file, plan, { id: "bench" });
  const steps: [string, () => Promise<unknown>][] = [
    ["relations", () => defineRelations(engine, [{ id: "bench", kind: "sales", hasSetAside: false }])],
    ["facts", () => engine.run(factsQuery, {})],
    ...shared.map((view): [string, () => Promise<unknown>] => [view, () => keepRows(engine, view)]),
    ...shopAnalyses.map((each): [string, () => Promise<unknown>] => [each.name, () => asked(engine, each)]),
  ];
  const first: Timed[] = [];
  for (const [name, work] of steps) first.push({ name, ms: await fastest(work, 1) });
  const again: Timed[] = [];
  for (const each of [...shopAnalyses, ...furtherAnalyses]) {
    again.push({ name: each.name, ms: await fastest(() => asked(engine, each)) });
  }
  await engine.close();
  return { first, again };
}

declare global {
  interface Window {
    analysesBench: typeof analysesBench;
  }
}

window.analysesBench = analysesBench;
