/** One readable line of the sample till, in whole paisa and thousandths: exact integers. */
export interface SaleLine {
  date: string;
  bill: string;
  productId: string;
  product: string;
  category: string;
  quantity: number;
  price: number;
  total: number;
  cost: number;
  customer: string;
}

export interface StockLine {
  productId: string;
  product: string;
  category: string;
  stock: number;
  cost: number;
  lastUpdated: string;
}

const FIELD = /("(?:[^"]|"")*"|[^,]*)(,|$)/y;

/** The fields of one record; no field of the sample spans lines. */
export function fieldsOf(record: string): string[] {
  const fields: string[] = [];
  FIELD.lastIndex = 0;
  for (let end = ","; end === ","; ) {
    const match = FIELD.exec(record);
    if (!match) throw new SyntaxError(`Not a record: ${record}`);
    const text = match[1] ?? "";
    fields.push(text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text);
    end = match[2] ?? "";
  }
  return fields;
}

/** "-0.250" with 3 places is -250; NaN when the text is no such number. */
export function scaled(text: string, places: number): number {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  const fraction = match?.[3] ?? "";
  if (!match || fraction.length > places) return Number.NaN;
  const digits = Number(`${match[2]}${fraction.padEnd(places, "0")}`);
  return match[1] === "-" ? -digits : digits;
}

/** Header and records of a CSV text. */
export function recordsOf(csv: string): { header: string[]; records: string[][] } {
  const lines = csv.trimEnd().split("\n").map(fieldsOf);
  return { header: lines[0] ?? [], records: lines.slice(1) };
}

const DATE = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;

/** A sale line, or null when it has no date or no figures. */
export function toSaleLine(fields: readonly string[]): SaleLine | null {
  const [date = "", bill = "", productId = "", product = "", category = "", quantity = "", price = ""] = fields;
  const [total = "", cost = "", customer = ""] = fields.slice(7);
  const line = {
    date,
    bill,
    productId,
    product,
    category,
    quantity: scaled(quantity, 3),
    price: scaled(price, 2),
    total: scaled(total, 2),
    cost: scaled(cost, 2),
    customer,
  };
  const read = DATE.test(date) && !date.startsWith("0000") && Number.isFinite(line.quantity + line.total);
  return read ? line : null;
}

export function toStockLine(fields: readonly string[]): StockLine {
  const [productId = "", product = "", category = "", stock = "", cost = "", lastUpdated = ""] = fields;
  return { productId, product, category, stock: scaled(stock, 3), cost: scaled(cost, 2), lastUpdated };
}
