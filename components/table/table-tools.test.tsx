// @vitest-environment happy-dom
import { act } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { click, fill, type Mounted, mount } from "@/components/ui/testing/mount";
import { plainFormat } from "@/components/ui/testing/plain-format";
import type { Column } from "@/lib/query/column";
import { filterRows, searchTexts } from "./filter-rows";
import { ResultTable } from "./result-table";
import { toTsv } from "./to-tsv";

const columns: Column[] = [
  { name: "product_id", label: "Product ID", kind: "text", unit: "none", hidden: true },
  { name: "product", label: "Product", kind: "text", unit: "none", hidden: false },
  { name: "revenue", label: "Revenue", kind: "decimal", unit: "money", hidden: false },
];
const rows = [
  { product_id: "C", product: "Caf\u00e9 latte", revenue: "1353600.125" },
  { product_id: "T", product: "=Tea\tgreen", revenue: "-41" },
  { product_id: "S", product: "Salt", revenue: null },
];
const totals = { product: "Total", revenue: "1353559.125" };
const tsv = "Product\tRevenue\nCaf\u00e9 latte\t1353600.125\n'=Tea green\t-41\nSalt\t\nTotal\t1353559.125";

describe("a table as text", () => {
  test("has heads, full values and totals, one cell a tab, and no formula", () => {
    expect(toTsv(columns, rows, totals)).toBe(tsv);
    expect(toTsv(columns, [], null)).toBe("Product\tRevenue");
  });
});

describe("filtering", () => {
  const found = (query: string) => filterRows(rows, searchTexts(rows, columns), query).map((row) => row.product_id);

  test("finds every word in any shown column, whatever its case and accents", () => {
    expect(found("LATTE cafe")).toEqual(["C"]);
    expect(found("-41")).toEqual(["T"]);
    expect(found("cafe salt")).toEqual([]);
  });

  test("does not look into hidden columns, and gives all for nothing", () => {
    expect(found("  ")).toEqual(["C", "T", "S"]);
    expect(found("t")).toEqual(["C", "T", "S"]);
    expect(searchTexts([{ product_id: "XYZ", product: "Tea" }], columns)).toEqual(["tea\n"]);
  });
});

describe("the options of a table", () => {
  const writeText = vi.fn<(text: string) => Promise<void>>();
  let page: Mounted;
  beforeEach(() => {
    writeText.mockReset().mockResolvedValue(undefined);
    Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
    page = mount(<ResultTable title="t" columns={columns} rows={rows} totals={totals} format={plainFormat} />);
  });
  afterEach(() => page.unmount());

  const heads = () => page.all("th").map((head) => head.dataset.column);
  const open = () => click(page.button("Table options"));
  const checkbox = (name: string) => {
    const label = page.all("fieldset label").find((element) => element.textContent === name);
    const box = label?.querySelector("input");
    if (!box) throw new Error(`no checkbox ${name}`);
    return box;
  };

  test("copy what is shown, totals last, and say so", async () => {
    open();
    await act(async () => page.button("Copy table").click());
    expect(writeText).toHaveBeenCalledWith(tsv);
    expect(page.one("[role=status]").textContent).toBe("Copied 3 rows.");
  });

  test("copy by the keys of copying while the focus is in the table", async () => {
    await act(async () => {
      const event = new KeyboardEvent("keydown", { key: "c", ctrlKey: true, bubbles: true, cancelable: true });
      page.button("Product").dispatchEvent(event);
    });
    expect(writeText).toHaveBeenCalledTimes(1);
  });

  test("say when the browser does not allow copying", async () => {
    writeText.mockRejectedValue(new Error("denied"));
    open();
    await act(async () => page.button("Copy table").click());
    expect(page.one("[role=status]").textContent).toContain("did not allow copying");
  });

  test("hide columns, but never the last", () => {
    open();
    click(checkbox("Product"));
    expect(heads()).toEqual(["revenue"]);
    expect(checkbox("Revenue").disabled).toBe(true);
    click(checkbox("Product"));
    expect(heads()).toEqual(["product", "revenue"]);
  });

  test("filter rows, without totals that are of all", () => {
    open();
    fill(page.one("input[type=search]"), "tea");
    expect(page.all("tbody tr")).toHaveLength(1);
    expect(page.all("tfoot")).toHaveLength(0);
    expect(document.body.textContent).toContain("1 of 3 rows");
    fill(page.one("input[type=search]"), "");
    expect(page.all("tfoot")).toHaveLength(1);
  });

  test("make a column wider and narrower with Alt and the arrows", () => {
    const widen = (key: string) =>
      act(() => {
        const event = new KeyboardEvent("keydown", { key, altKey: true, bubbles: true, cancelable: true });
        page.button("Product").dispatchEvent(event);
      });
    widen("ArrowRight");
    // Without a layout every head is 0 wide, so the narrowest width holds.
    expect(page.one('th[data-column="product"]').style.width).toBe("48px");
    expect(page.one('th[data-column="revenue"]').style.width).toBe("");
  });
});
