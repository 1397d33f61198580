import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import type { CellId } from "@/lib/notebook/ids";
import type { Result } from "@/lib/query/result";
import type { Workbench } from "../workbench";
import { add, cellOf, runOf, sqlCell } from "./cells-by-name";
import { isKept, openOver, until } from "./open-workbench";

/** What was dropped, by name: sales with lines that are set aside and names that are traps, stock, and a table. */
export const FILES: Readonly<Record<string, string>> = {
  "till.csv": `Datum;Artikel-Nr;Artikel;Warengruppe;Menge;Summe;Kunde;Bon
05.01.2026 10:15;1;"Tee; lose";Getränke;2;20,10 €;K1;B1
20.01.2026;2;Salz;;1;5,05;;B2
Datum;Artikel-Nr;Artikel;Warengruppe;Menge;Summe;Kunde;Bon
11. Februar 2026;1;"Tee; lose";Getränke;3;1.030,15;K1;B3
31.02.2026;1;Tee;Getränke;3;1,15;K1;B4
28.02.2026;3;"=HYPERLINK(""http://x.test"")";Süßes;1;3;K2;B5
01.03.2026;2;Salz;;-1;(5,05);;B6
Summe;;;;;1.053,25;;
`,
  "stock.csv": `sku,name,stock,cost
1,"Tee; lose",10,4.50
2,Salz,0,1.25
3,Bonbons,25,0.10
`,
  "people.csv": `Name,Since,Points
Ann,2024-01-05,12.50
Bo,2025-03-01,-3
`,
};
const QUERY =
  "select category, sum(amount)::decimal(38, 4) as earned from sales where quantity >= $least group by all order by all";

const NOTE =
  "# Why\n\n<script>alert(1)</script> from $5 to $6, `$a < $b` ![a till](https://elsewhere.example/x.png)\n\n```\n$1 <\n```";

/** A notebook of the files with cells of every kind, one above the query it reads; all is computed and kept. */
export async function openExportedShop(): Promise<{ engine: Engine; workbench: Workbench }> {
  const engine = await openNodeEngine();
  const workbench = await openOver(engine);
  await workbench.importFiles(Object.entries(FILES).map(([name, text]) => new File([text], name)));
  const open = { collapsed: false };
  add(
    workbench,
    { ...open, id: "n1" as CellId, kind: "note", name: "words", title: "Words", text: NOTE },
    { ...open, id: "i1" as CellId, kind: "input", name: "least", title: "At least", input: "number", value: 0 },
    { ...sqlCell("best", "from earned limit 1"), title: "Best" },
    { ...sqlCell("earned", QUERY), title: "Earned" },
    { ...sqlCell("broken", "select nothing_such\nfrom sales"), title: "Broken" },
    { ...sqlCell("on_broken", "from broken"), title: "On broken" },
  );
  for (const name of ["earned", "best", "broken", "on_broken"]) workbench.runCell(cellOf(workbench, name).id);
  await until(
    workbench,
    (state) =>
      isKept(state) &&
      (state.notebook?.cells ?? []).every(
        ({ id, kind }) =>
          kind === "note" || kind === "input" || ["ok", "error", "blocked"].includes(state.runs[id]?.status ?? ""),
      ),
  );
  return { engine, workbench };
}

/** The result a cell shows. */
export function resultOf(workbench: Workbench, name: string): Result {
  const { result } = runOf(workbench, name);
  if (!result) throw new Error(`${name} has no result.`);
  return result;
}
