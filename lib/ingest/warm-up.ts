import type { Engine } from "@/lib/engine/engine";
import { identifier } from "@/lib/query/literal";
import { inspectFile } from "./inspect-file";
import { freeMemory } from "./memory-estimate";
import { readFile } from "./read-file";

const ID = "warm_up";
const HEADER = "Receipt,Date,SKU,Product,Category,Qty,Price,Total,Customer,Shop";

/** So many that the browser finds what is worth compiling well. */
const LINES = 5_000;

function* lines(): Generator<string> {
  yield `${HEADER}\n`;
  for (let n = 0; n < LINES; n += 1) {
    yield `${n >> 2},2024-01-15 08:30:00,A${n % 97},"Tea ${n % 97}",Drinks ${n % 7},2,1.50,3.00,ann ${n % 301},North\n`;
  }
}

/**
 * Looks at a made file, reads it and forgets it: the browser compiles what an import needs before anyone waits for one.
 * Takes half a second to a second of the engine, little of the page. Throws EngineError when the engine stops meanwhile.
 */
export async function warmUp(engine: Engine): Promise<void> {
  const file = Object.assign(new Blob([...lines()]), { name: `${ID}.csv` });
  const { plan } = await inspectFile(file);
  // Only files of some size ask for it.
  await freeMemory(engine);
  const { table } = await readFile(engine, file, plan, { id: ID });
  await engine.execute(`drop table ${identifier(table)}`);
}
