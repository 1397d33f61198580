import { quoteLiteral } from "@/lib/query/literal";
import catalogue from "@/sql/model/catalogue.sql?raw";
import comingSeasons from "@/sql/model/coming-seasons.sql?raw";
import completeMonths from "@/sql/model/complete-months.sql?raw";
import emptyProfiles from "@/sql/model/empty-profiles.sql?raw";
import latestMonths from "@/sql/model/latest-months.sql?raw";
import productMonths from "@/sql/model/product-months.sql?raw";
import productSales from "@/sql/model/product-sales.sql?raw";
import productSeasons from "@/sql/model/product-seasons.sql?raw";
import soldProducts from "@/sql/model/sold-products.sql?raw";

type Text = string | null;
type Amount = string | number | null;

/** A sale line; what is left out is null, but one unit is sold for 1 a unit under its id as name. */
export interface SaleLine {
  sold_at: string;
  product_id: string;
  product_name?: string;
  category?: Text;
  quantity?: string | number;
  unit_price?: Amount;
  amount?: string | number;
  unit_cost?: Amount;
  customer_id?: Text;
  transaction_id?: Text;
  store?: Text;
}

/** A line of a stock list. */
export interface StockLine {
  product_id: string;
  product_name?: string;
  category?: Text;
  current_stock: string | number;
  unit_cost?: Amount;
  last_updated?: Text;
  store?: Text;
}

/** A line of a product list. */
export interface ProductLine {
  product_id: string;
  product_name?: string;
  category?: Text;
  unit_price?: Amount;
  unit_cost?: Amount;
}

/** What a shop's files hold. */
export interface Shop {
  sales?: readonly SaleLine[];
  inventory?: readonly StockLine[];
  products?: readonly ProductLine[];
}

/** How the files were read: both choices occur in the wild. */
export interface RelationOptions {
  soldAt?: "date" | "timestamp";
  text?: "varchar" | "enum";
}

/** What runs statements; an engine does. */
export interface Executor {
  execute(text: string): Promise<unknown>;
}

const TEXT = "text";
const QUANTITY = "decimal(18, 3)";
const MONEY = "decimal(18, 4)";

type Line = Record<string, string | number | null | undefined>;
type ColumnTypes = Record<string, string>;

function salesTypes(soldAt: string): ColumnTypes {
  return {
    sold_at: soldAt,
    product_id: TEXT,
    product_name: TEXT,
    category: TEXT,
    quantity: QUANTITY,
    unit_price: MONEY,
    amount: MONEY,
    unit_cost: MONEY,
    customer_id: TEXT,
    transaction_id: TEXT,
    store: TEXT,
    source_file: TEXT,
    source_line: "bigint",
  };
}

const INVENTORY_TYPES: ColumnTypes = {
  product_id: TEXT,
  product_name: TEXT,
  category: TEXT,
  current_stock: QUANTITY,
  unit_cost: MONEY,
  last_updated: "date",
  store: TEXT,
};

const PRODUCT_TYPES: ColumnTypes = {
  product_id: TEXT,
  product_name: TEXT,
  category: TEXT,
  unit_price: MONEY,
  unit_cost: MONEY,
};

function saleOf(line: SaleLine, index: number): Line {
  const quantity = line.quantity ?? 1;
  const amount = line.amount ?? Number(quantity) * Number(line.unit_price ?? 1);
  return { product_name: line.product_id, ...line, quantity, amount, source_file: "sales.csv", source_line: index + 2 };
}

/** The type of a text column: an ENUM of the texts seen, or VARCHAR. */
function textType(lines: readonly Line[], column: string, text: "varchar" | "enum"): string {
  const seen = [...new Set(lines.map((line) => line[column]).filter((value) => typeof value === "string"))];
  return text === "enum" && seen.length > 0 ? `enum(${seen.map(quoteLiteral).join(", ")})` : "varchar";
}

function tableSql(name: string, types: ColumnTypes, lines: readonly Line[], text: "varchar" | "enum"): string {
  const columns = Object.entries(types).map(
    ([column, type]) => `${column} ${type === TEXT ? textType(lines, column, text) : type}`,
  );
  const literal = (value: Line[string]) => (value === null || value === undefined ? "null" : quoteLiteral(`${value}`));
  const tuples = lines.map(
    (line) =>
      `(${Object.keys(types)
        .map((column) => literal(line[column]))
        .join(", ")})`,
  );
  const create = `create or replace table ${name} (${columns.join(", ")})`;
  return tuples.length === 0 ? create : `${create};\ninsert into ${name} values\n${tuples.join(",\n")}`;
}

/** (Re)creates `sales`, `inventory`, `products`, an empty `profiles` and, over them, what the project's own model derives. */
export async function buildRelations(engine: Executor, shop: Shop, options: RelationOptions = {}): Promise<void> {
  const { soldAt = "date", text = "varchar" } = options;
  const named = (line: StockLine | ProductLine): Line => ({ product_name: line.product_id, ...line });
  await engine.execute(tableSql("sales", salesTypes(soldAt), (shop.sales ?? []).map(saleOf), text));
  await engine.execute(tableSql("inventory", INVENTORY_TYPES, (shop.inventory ?? []).map(named), text));
  await engine.execute(tableSql("products", PRODUCT_TYPES, (shop.products ?? []).map(named), text));
  await engine.execute(`create or replace table profiles as ${emptyProfiles}`);
  await remakeCatalogue(engine);
}

/** Makes what the model derives again from the `sales`, `inventory` and `products` that are there. */
export async function remakeCatalogue(engine: Executor): Promise<void> {
  const measured = [productSales, completeMonths, productMonths, latestMonths, productSeasons, comingSeasons];
  for (const statement of [soldProducts, catalogue, ...measured]) await engine.execute(statement);
}

/** The two ends of how files are read, for `describe.each`. */
export const READINGS: readonly Required<RelationOptions>[] = [
  { soldAt: "date", text: "varchar" },
  { soldAt: "timestamp", text: "enum" },
];
