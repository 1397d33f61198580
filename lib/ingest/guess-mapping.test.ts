import { describe, expect, it } from "vitest";
import { CERTAIN_HEADERS } from "./certain-headers";
import { columnProfile } from "./column-profile";
import { guessMapping } from "./guess-mapping";
import { KIND_HEADERS } from "./kind-headers";
import { mappingQuestions } from "./questions";
import { WORLD_HEADERS } from "./world-headers";

const HEADERS = [...CERTAIN_HEADERS, ...WORLD_HEADERS, ...KIND_HEADERS];

/** What the values of a column look like, by the kind of thing its name announces. */
const VALUES: Record<string, (line: number) => string> = {
  date: (line) => `2024-01-${String(10 + line)}`,
  text: (line) => ["Tea", "Coffee", "Cake"][line % 3] ?? "",
  code: (line) => `A-${line % 5}`,
  whole: (line) => String((line % 4) + 1),
  money: (line) => `${(line % 6) + 2}.50`,
  unique: (line) => `B-${1000 + line}`,
  clock: (line) => `${9 + (line % 9)}:${10 + line}`,
  currency: () => "EUR",
  serial: (line) => String(45_500 + line),
  empty: () => "",
};

/** A header written as "Name:kind, Name:kind". */
function guessed(header: string) {
  const columns = header.split(", ").map((part) => part.split(":") as [string, string]);
  const lines = Array.from({ length: 12 }, (_, line) => line);
  const profiles = columns.map(([name, kind]) =>
    columnProfile(
      name,
      lines.map((line) => VALUES[kind]?.(line) ?? ""),
      "point",
    ),
  );
  const guess = guessMapping(profiles, "point");
  return { ...guess, questions: mappingQuestions(guess) };
}

describe("the roles of columns", () => {
  it.each(HEADERS)("are known without a question for %s", (_, header, kind, mapping) => {
    const guess = guessed(header);
    expect(guess.kind).toBe(kind);
    expect(guess.mapping).toEqual(mapping);
    expect(guess.questions).toEqual([]);
  });

  it("are played by one column each, and a column plays one at most", () => {
    for (const [, header] of HEADERS) {
      const used = Object.values(guessed(header).mapping);
      expect(new Set(used).size).toBe(used.length);
    }
  });

  it.each([
    ["List Price:money", "unit_cost"],
    ["MSRP:money", "unit_cost"],
    ["reorder_level:whole", "quantity"],
    ["on_order:whole", "quantity"],
    ["Discount:money", "amount"],
    ["Shipping Cost:money", "unit_cost"],
    ["Cost of goods sold:money", "unit_cost"],
    ["Ship Date:date", "date"],
    ["Delivery date:date", "date"],
    ["Fecha de envío:date", "date"],
    ["Cantidad de cuotas:whole", "quantity"],
    ["Customer Name:text", "product_name"],
  ] as const)("do not take %s for %s", (column, role) => {
    expect(guessed(`Product code:code, ${column}`).mapping[role]).toBeUndefined();
  });

  it.each([
    ["the one column of dates", "Wann:date, Product:text, Qty:whole, Total:money", { date: "Wann" }],
    ["a column of currencies", "Date:date, Product:text, Total:money, Foo:currency", { currency: "Foo" }],
    [
      "codes and names",
      "Date:date, Product:code, Name:text, Qty:whole, Price:money",
      { product_id: "Product", product_name: "Name" },
    ],
    ["a time of day beside the date", "Date:date, Time:clock, Item:text, Qty:whole, Total:money", { time: "Time" }],
    [
      "the finest of categories",
      "Order:code, Date:date, Department:text, Sub Category:unique, Qty:whole, Total:money",
      { product_name: "Sub Category", category: "Department" },
    ],
  ])("are told by the values: %s", (_, header, mapping) => {
    const guess = guessed(header);
    expect(guess.mapping).toMatchObject(mapping);
    expect(guess.questions).toEqual([]);
  });

  it("are not told by values whose name is about something else", () => {
    expect(guessed("Ship Date:date, Product:text, Qty:whole, Total:money").mapping.date).toBeUndefined();
  });

  it.each([
    ["Date:serial, Product:text, Qty:whole, Total:money", "date", "Date"],
    ["Order ID:code, Order Date:serial, Product:text, Qty:whole, Total:money", "date", "Order Date"],
    ["SKU:code, Stock:whole, Last updated:serial", "last_updated", "Last updated"],
  ] as const)("take day numbers for dates where the name says so: %s", (header, role, column) => {
    const guess = guessed(header);
    expect(guess.mapping[role]).toBe(column);
    expect(guess.questions).toEqual([]);
    expect(guess.evidence).toContain(`${column} holds Excel's day numbers.`);
  });

  it("are no dates because of numbers alone", () => {
    expect(guessed("Stand:serial, Product:text, Qty:whole, Total:money").mapping.date).toBeUndefined();
    const { mapping, evidence } = guessed("Date:date, Product:text, Qty:whole, Total:serial");
    expect(mapping).toMatchObject({ date: "Date", amount: "Total" });
    expect(evidence).toEqual([]);
  });

  it("need values that fit: a quantity of words is none", () => {
    expect(guessed("Date:date, Product:text, Quantity:text, Total:money").mapping.quantity).toBeUndefined();
    expect(guessed("Date:text, Product:text, Total:money").mapping.date).toBeUndefined();
  });
});

describe("the questions", () => {
  it.each([
    ["orderNumber:code, productCode:code, quantityOrdered:whole, priceEach:money", ["No date column was found."]],
    ["ReturnDate:date, ProductKey:code, ReturnQuantity:whole", ["No price or total column was found."]],
    [
      "Refund Qty:whole, Product:text, Refund Amount:money",
      ["No date column was found. Choose the column with the date of the return."],
    ],
    ["Date:date, Description:text, Amount:money", ["Description may be the product name. Check it before importing."]],
    ["Date:date, Quantity:whole, Total:money", ["No product column was found."]],
    ["Sale_ID:code, Date:date, Store_ID:code, Product_ID:code, Units:whole", ["No price or total column was found."]],
    ["Fecha:date, Producto:text, Precio:money", ["No quantity column was found."]],
    [
      "Order Date:date, Invoice Date:date, Product:text, Total:money",
      ["Order Date and Invoice Date could each be the date."],
    ],
    ["Created at:date, Paid at:date, Product:text, Total:money", ["Created at and Paid at could each be the date."]],
    [
      "Product:text, Stock Code:code, Remaining:whole, Stock Value:money, Stock Date:date, Warehouse:text",
      ["No date column"],
    ],
  ])("of %s say what must be chosen", (header, starts) => {
    const { questions } = guessed(header);
    expect(questions).not.toHaveLength(0);
    for (const [index, start] of starts.entries()) expect(questions[index]).toContain(start);
  });

  it("let arithmetic decide between two columns of money", () => {
    const lines = Array.from({ length: 10 }, (_, line) => line + 1);
    const profile = (name: string, value: (line: number) => number) =>
      columnProfile(
        name,
        lines.map((line) => String(value(line))),
        "point",
      );
    const guess = guessMapping(
      [
        columnProfile(
          "Date",
          lines.map(() => "2024-05-17"),
          "point",
        ),
        columnProfile(
          "Product",
          lines.map((line) => `P${line}`),
          "point",
        ),
        profile("Qty", (line) => line),
        profile("Price", (line) => line * 2.5),
        profile("Amount", () => 2.5),
      ],
      "point",
    );
    expect(guess.mapping).toMatchObject({ unit_price: "Amount", amount: "Price" });
    expect(guess.evidence).toEqual(["Price holds the totals, because Qty times Amount gives it."]);
  });
});
