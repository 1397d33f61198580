import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { factsQuery, toFacts } from "@/lib/analyses/facts";
import { analysisNamed } from "@/lib/analyses/registry";
import { rowsOf } from "@/lib/analyses/testing/ask";
import { type NodeEngine, openNodeEngine } from "@/lib/engine/node";
import { tell } from "@/lib/std/testing/tell";
import { defineRelations, type ReadSet, type Unmatched } from "./define-relations";

const ROOT = resolve(process.cwd(), "../shared/data");
const TOYS = resolve(ROOT, "maven-toys");
const BIKES = resolve(ROOT, "adventureworks-clean");
if (!existsSync(ROOT)) tell("Real data is not here: its tests are skipped.");

let engine: NodeEngine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

const rows = async (sql: string) => (await engine.runText(sql)).rows;
const set = (id: string, kind: ReadSet["kind"], more: Partial<ReadSet> = {}): ReadSet => ({
  id,
  kind,
  hasSetAside: false,
  ...more,
});

/** Makes a table as reading a file leaves it: the columns given as SQL over the file's, the others null. */
async function makeTable(table: string, path: string, columns: Record<string, string>): Promise<void> {
  const file = path.split("/").at(-1) ?? "";
  const attached = await engine.attachPath(path, file);
  const named = Object.entries(columns).map(([name, sql]) => `${sql} as ${name}`);
  await engine.execute(
    `create or replace table ${table} as select ${named.join(", ")}
    from read_csv('${attached}', header = true, all_varchar = true, quote = '"')`,
  );
  await engine.detach(attached);
}

interface Sold {
  day: string;
  product: string;
  quantity: string;
  order: string;
  store: string;
}

const soldColumns = ({ day, product, quantity, order, store }: Sold, file: string) => ({
  sold_at: day,
  product_id: product,
  product_name: product,
  category: "null::varchar",
  quantity: `${quantity}::decimal(18, 3)`,
  unit_price: "null::decimal(18, 4)",
  amount: "0::decimal(18, 4)",
  unit_cost: "null::decimal(18, 4)",
  customer_id: "null::varchar",
  transaction_id: order,
  store,
  source_file: `'${file}'`,
  source_line: "row_number() over () + 1",
});

const truthOf = (folder: string) => JSON.parse(readFileSync(resolve(folder, "truth.json"), "utf8")) as Truth;
interface Truth {
  row_count: number;
  total_revenue: string;
  total_quantity: string;
}

describe.skipIf(!existsSync(TOYS))("sales of ids alone with lists of products and stores", () => {
  const sets = [
    set("s", "sales", { lacks: ["price"] }),
    set("p", "products"),
    set("i", "inventory"),
    set("t", "stores"),
  ];
  let unmatched: readonly Unmatched[] = [];
  beforeAll(async () => {
    const money = (column: string) => `replace(trim(${column}), '$', '')::decimal(18, 4)`;
    await makeTable(
      "sales_s",
      resolve(TOYS, "sales.csv"),
      soldColumns(
        { day: '"Date"::date', product: "Product_ID", quantity: "Units", order: "Sale_ID", store: "Store_ID" },
        "sales.csv",
      ),
    );
    await makeTable("products_p", resolve(TOYS, "products.csv"), {
      product_id: "Product_ID",
      product_name: "Product_Name",
      category: "Product_Category",
      unit_price: money("Product_Price"),
      unit_cost: money("Product_Cost"),
    });
    await makeTable("inventory_i", resolve(TOYS, "inventory.csv"), {
      product_id: "Product_ID",
      product_name: "Product_ID",
      category: "null::varchar",
      current_stock: "Stock_On_Hand::decimal(18, 3)",
      unit_cost: "null::decimal(18, 4)",
      last_updated: "null::date",
      store: "Store_ID",
    });
    await makeTable("stores_t", resolve(TOYS, "stores.csv"), { store: "Store_ID", store_name: "Store_Name" });
    unmatched = await defineRelations(engine, sets);
  }, 120_000);

  it("foot to the figures computed elsewhere", async () => {
    const truth = truthOf(TOYS);
    expect(unmatched).toEqual([]);
    expect(await rows("select count(*) as n, sum(quantity) as units, sum(amount) as revenue from sales")).toEqual([
      { n: truth.row_count, units: truth.total_quantity, revenue: truth.total_revenue },
    ]);
    expect(
      await rows(
        "select sum(current_stock * c.unit_cost)::decimal(18, 2) as cost from inventory i join catalogue c using (product_id)",
      ),
    ).toEqual([{ cost: "300209.58" }]);
  });

  it("show names, categories and stores in every analysis, and filter by them", async () => {
    const best = analysisNamed("best_sellers").query;
    const [first] = await rowsOf(engine, best);
    expect(first).toMatchObject({ product_name: "Colorbuds", category: "Electronics" });
    const games = await rowsOf(engine, best, { category: "Games", limit: 1000 });
    expect(games.length).toBeGreaterThan(3);
    expect(games.length).toBeLessThan(35);
    const facts = toFacts(await rowsOf(engine, factsQuery));
    expect(facts).toMatchObject({ hasCost: true, hasCategory: true, hasInventory: true });
    expect(facts.categories).toHaveLength(5);
    expect(facts.stores).toHaveLength(50);
    expect(facts.stores.every((store) => store.startsWith("Maven Toys "))).toBe(true);
    const velocity = analysisNamed("inventory_velocity").query;
    const here = await rowsOf(engine, velocity, { store: facts.stores[0] });
    expect(here.length).toBeGreaterThan(20);
    expect(here.every((row) => row.units_sold !== null)).toBe(true);
  });
});

describe.skipIf(!existsSync(BIKES))("sales of several years with a product list and returns", () => {
  const YEARS = ["2015", "2016", "2017"];
  const years = YEARS.map((year) => set(`y${year}`, "sales", { lacks: ["price"] }));
  const returns = set("r", "returns", { lacks: ["price"] });
  const products = set("p", "products");
  beforeAll(async () => {
    for (const year of YEARS) {
      const file = `AdventureWorks_Sales_${year}.csv`;
      await makeTable(
        `sales_y${year}`,
        resolve(BIKES, file),
        soldColumns(
          {
            day: "strptime(OrderDate, '%d-%b-%Y')::date",
            product: "ProductKey",
            quantity: "OrderQuantity",
            order: "OrderNumber",
            store: "null::varchar",
          },
          file,
        ),
      );
    }
    await makeTable(
      "returns_r",
      resolve(BIKES, "AdventureWorks_Returns.csv"),
      soldColumns(
        {
          day: "strptime(ReturnDate, '%d-%b-%Y')::date",
          product: "ProductKey",
          quantity: "-ReturnQuantity::decimal(18, 3)",
          order: "null::varchar",
          store: "null::varchar",
        },
        "AdventureWorks_Returns.csv",
      ),
    );
    await makeTable("products_p", resolve(BIKES, "AdventureWorks_Products.csv"), {
      product_id: "ProductKey",
      product_name: "ProductName",
      category: "null::varchar",
      unit_price: "ProductPrice::decimal(18, 4)",
      unit_cost: "ProductCost::decimal(18, 4)",
    });
  }, 120_000);

  it("leave one line without a price and foot to the rest", async () => {
    const truth = truthOf(BIKES);
    const unmatched = await defineRelations(engine, [...years, products]);
    expect(unmatched).toEqual([
      {
        id: "y2017",
        reasons: [
          {
            fate: "rejected",
            reason: "its product is not in the product list, so it has no price",
            lines: 1,
            rule: null,
          },
        ],
      },
    ]);
    expect(
      await rows("select count(*) as n, sum(quantity) as units, sum(amount)::decimal(18, 2) as revenue from sales"),
    ).toEqual([{ n: truth.row_count - 1, units: truth.total_quantity, revenue: truth.total_revenue }]);
    expect(await rows("select source_file, source_line, raw from set_aside")).toEqual([
      expect.objectContaining({ source_file: "AdventureWorks_Sales_2017.csv", source_line: 29_483 }),
    ]);
  });

  it("take returns off at the listed price", async () => {
    await defineRelations(engine, [...years, products]);
    const [before] = await rows("select sum(amount) as revenue, sum(quantity) as units from sales");
    expect(await defineRelations(engine, [...years, returns, products])).toHaveLength(1);
    const [after] = await rows("select sum(amount) as revenue, sum(quantity) as units from sales");
    const [back] = await rows(
      "select sum(quantity) as units, sum(quantity * p.unit_price) as revenue from returns_r r join products_p p using (product_id)",
    );
    expect(Number(after?.revenue)).toBeCloseTo(Number(before?.revenue) + Number(back?.revenue), 2);
    expect(Number(after?.units)).toBe(Number(before?.units) + Number(back?.units));
    const [overview] = await rowsOf(engine, analysisNamed("overview").query);
    expect(Number(overview?.returned_amount)).toBeCloseTo(-Number(back?.revenue), 2);
  });
});
