import type { Engine } from "@/lib/engine/engine";
import { PLAIN } from "@/lib/ingest/plan";
import { readFile } from "@/lib/ingest/read-file";
import { identifier } from "@/lib/query/literal";

const ID = "warm_up";
const TEXT =
  "Receipt,Date,SKU,Product,Category,Qty,Price,Total,Customer,Shop\n1,2024-01-15 08:30:00,A,Tea,Drinks,2,1.50,3.00,ann,North\n";

/**
 * Reads a file of one line and forgets it: the browser compiles what the engine needs for an import before anyone waits
 * for one. Takes about half a second of the engine, none of the page.
 */
export async function warmUp(engine: Engine): Promise<void> {
  const columns = (TEXT.split("\n", 1)[0] ?? "").split(",");
  const file = Object.assign(new Blob([TEXT]), { name: `${ID}.csv` });
  const { table } = await readFile(
    engine,
    file,
    {
      ...PLAIN,
      kind: "sales",
      columns,
      mapping: {
        transaction: "Receipt",
        date: "Date",
        product_id: "SKU",
        product_name: "Product",
        category: "Category",
        quantity: "Qty",
        unit_price: "Price",
        amount: "Total",
        customer: "Customer",
        store: "Shop",
      },
    },
    { id: ID },
  );
  await engine.execute(`drop table ${identifier(table)}`);
}
