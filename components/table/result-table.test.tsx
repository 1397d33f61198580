// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from "vitest";
import { click, type Mounted, mount } from "@/components/ui/testing/mount";
import { plainFormat } from "@/components/ui/testing/plain-format";
import type { Column } from "@/lib/query/column";
import { ResultTable } from "./result-table";

const columns: Column[] = [
  { name: "rank", label: "#", kind: "integer", unit: "rank", hidden: false },
  { name: "product_id", label: "Product ID", kind: "text", unit: "none", hidden: true },
  { name: "product", label: "Product", kind: "text", unit: "none", hidden: false },
  { name: "revenue", label: "Revenue", kind: "decimal", unit: "money", hidden: false },
];
const rows = [
  { rank: 1, product_id: "R", product: "Rice", revenue: "1353600" },
  { rank: 2, product_id: "T", product: "Tea", revenue: "-41" },
  { rank: 3, product_id: "S", product: "Salt", revenue: null },
];

let page: Mounted;
afterEach(() => page.unmount());

const products = () => page.all("tbody td:nth-child(2)").map((cell) => cell.textContent);

describe("ResultTable", () => {
  test("heads carry their column, hidden columns are left out", () => {
    page = mount(<ResultTable title="Best sellers, table" columns={columns} rows={rows} format={plainFormat} />);
    const heads = page.all("th").map((head) => [head.dataset.column, head.textContent]);
    expect(heads).toEqual([
      ["rank", "#"],
      ["product", "Product"],
      ["revenue", "Revenue"],
    ]);
  });

  test("numeric cells carry the full value, show a real minus, and say when it is unknown", () => {
    page = mount(<ResultTable title="t" columns={columns} rows={rows} format={plainFormat} />);
    const cells = page.all("tbody td:last-child");
    expect(cells.map((cell) => cell.dataset.value)).toEqual(["1353600", "-41", ""]);
    expect(cells[1]?.textContent).toBe("−41");
    expect(cells[2]?.textContent).toContain("unknown");
    expect(page.one("tbody td:nth-child(2)").dataset.value).toBeUndefined();
  });

  test("ends with its totals", () => {
    const totals = { product: "Top 3", revenue: "1353559.5" };
    page = mount(<ResultTable title="t" columns={columns} rows={rows} totals={totals} format={plainFormat} />);
    expect(page.one("tfoot td:last-child").dataset.value).toBe("1353559.5");
    expect(page.one("tfoot td:first-child").textContent).toBe("");
  });

  test("keeps the result's order until a head is pressed, and says how it is sorted", () => {
    page = mount(<ResultTable title="t" columns={columns} rows={rows} format={plainFormat} />);
    expect(products()).toEqual(["Rice", "Tea", "Salt"]);
    click(page.button("Product"));
    expect(products()).toEqual(["Rice", "Salt", "Tea"]);
    expect(page.one('th[data-column="product"]').getAttribute("aria-sort")).toBe("ascending");
  });

  test("draws only some of many rows but tells how many there are", () => {
    const many = Array.from({ length: 1000 }, (_, index) => ({
      rank: index + 1,
      product_id: `P${index}`,
      product: `Product ${index}`,
      revenue: String(index),
    }));
    page = mount(<ResultTable title="t" columns={columns} rows={many} format={plainFormat} />);
    expect(page.one("table").getAttribute("aria-rowcount")).toBe("1001");
    const drawn = page.all("tbody tr[aria-rowindex]");
    expect(drawn.length).toBeGreaterThan(5);
    expect(drawn.length).toBeLessThan(100);
    expect(drawn[0]?.getAttribute("aria-rowindex")).toBe("2");
  });

  test("folds a longer table and shows it whole on demand", () => {
    const some = Array.from({ length: 30 }, (_, index) => ({ ...rows[0], rank: index + 1 }));
    page = mount(<ResultTable title="t" columns={columns} rows={some} format={plainFormat} />);
    expect(page.one('[data-slot="table-scroll"]').dataset.folded).toBe("true");
    click(page.button("Show all 30 rows"));
    expect(page.one('[data-slot="table-scroll"]').dataset.folded).toBe("false");
  });
});
