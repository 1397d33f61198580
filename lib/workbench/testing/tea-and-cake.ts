import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import type { Storage } from "@/lib/storage/storage";
import type { Workbench } from "../workbench";
import { csv, openOver, settled } from "./open-workbench";

const SALES = () =>
  csv(
    "till.csv",
    "date,bill,product,quantity,total",
    "2026-01-05,B1,Tea,2,20.10",
    "2026-01-06,B2,Cake,1,30.00",
    "2026-02-06,B3,Tea,5,50.25",
  );

/** One engine and the workbenches over it. */
export interface TeaAndCake {
  engine: Engine;
  /** The texts the engine was asked since they were last forgotten. */
  texts: string[];
  /** A workbench over what the storage holds already. */
  opened(storage: Storage): Promise<Workbench>;
  /** A notebook of three sales, all cells computed and everything kept; no texts yet. */
  shop(storage?: Storage): Promise<Workbench>;
}

export async function openTeaAndCake(): Promise<TeaAndCake> {
  const engine = await openNodeEngine();
  const runText: Engine["runText"] = engine.runText.bind(engine);
  engine.runText = (text, params, options) => {
    tea.texts.push(text);
    return runText(text, params, options);
  };
  const tea: TeaAndCake = {
    engine,
    texts: [],
    opened: (storage) => openOver(engine, storage),
    async shop(storage) {
      const workbench = await openOver(engine, storage);
      await workbench.importFiles([SALES()]);
      await settled(workbench);
      tea.texts = [];
      return workbench;
    },
  };
  return tea;
}
