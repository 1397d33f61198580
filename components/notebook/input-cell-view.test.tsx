// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from "vitest";
import { click, fill, type Mounted, mount, press } from "@/components/ui/testing/mount";
import type { CellId } from "@/lib/notebook/ids";
import type { InputCell } from "@/lib/notebook/notebook";
import { param } from "@/lib/query/param";
import { InputCellView } from "./input-cell-view";
import type { ControlParam } from "./param-control";

const product: InputCell = {
  id: "i1" as CellId,
  kind: "input",
  input: "product",
  name: "product",
  title: "Product",
  value: "all",
  collapsed: false,
};
const actions = { onValue: vi.fn(), onRename: vi.fn(), onRemove: vi.fn() };
const onList = vi.fn();
const many = Array.from({ length: 250 }, (_, at) => ({ value: `p${at}`, label: `Crème ${at}` }));

let page: Mounted;
afterEach(() => {
  page.unmount();
  vi.clearAllMocks();
});

interface Shown {
  cell?: Partial<InputCell>;
  param?: ControlParam;
  choices?: typeof many | null;
  followers?: string[];
  apart?: string[];
  others?: number;
}

function show({ cell = {}, param: codec = param.product(), choices = many, ...reach }: Shown = {}) {
  page = mount(
    <InputCellView
      cell={{ ...product, ...cell }}
      param={codec}
      facts={null}
      locale="en-GB"
      products={{ choices, onList }}
      followers={reach.followers ?? ["Trends"]}
      apart={reach.apart ?? []}
      others={reach.others ?? 0}
      {...actions}
    />,
  );
}

const options = () => page.all('[role="option"]').map((option) => option.textContent);

describe("an input of a product", () => {
  test("asks for the list when it is opened, and finds by any part without its accents", () => {
    show();
    const word = page.labelled("Product");
    expect(word.textContent).toBe("all products");
    click(word);
    expect(onList).toHaveBeenCalledOnce();
    expect(options()).toHaveLength(100);
    expect(page.one('[role="status"]').textContent).toContain("The first 100 of 251");
    const search = page.labelled("Search product");
    fill(search, "24 creme");
    expect(options()).toEqual(["Crème 24", "Crème 124", "Crème 224", ...many.slice(240).map(({ label }) => label)]);
    expect(page.one('[role="status"]').textContent).toBe("");
  });

  test("is chosen by the keys, the marked option being the one that is told", () => {
    show();
    click(page.labelled("Product"));
    const search = page.labelled("Search product");
    fill(search, "crème 9");
    press(search, "ArrowDown");
    const marked = search.getAttribute("aria-activedescendant") ?? "";
    expect(document.getElementById(marked)?.textContent).toBe("Crème 19");
    press(search, "Enter");
    expect(actions.onValue).toHaveBeenCalledExactlyOnceWith("p19");
    expect(page.all('[role="listbox"]')).toEqual([]);
  });

  test("says when nothing is called so, and while the list is fetched", () => {
    show();
    click(page.labelled("Product"));
    fill(page.labelled("Search product"), "soap");
    expect(page.one('[role="status"]').textContent).toBe("Nothing is called so. Type a part of another name.");
    page.unmount();
    show({ choices: null, cell: { value: "p7" } });
    expect(page.labelled("Product").textContent).toBe("p7");
    click(page.labelled("Product"));
    expect(page.one('[role="status"]').textContent).toBe("Fetching the list…");
  });

  test("keeps a product that is not sold any more", () => {
    show({ cell: { value: "gone" } });
    click(page.labelled("Product"));
    fill(page.labelled("Search product"), "gone");
    expect(options()).toEqual(["gone"]);
  });
});

describe("an input", () => {
  test("names the cells that follow it, those that left it, and how many it cannot reach", () => {
    show({ cell: { title: "Period" }, followers: ["Trends", "Returns"], apart: ["Best sellers"], others: 2 });
    expect(page.one("section").textContent).toContain(
      "Trends and Returns follow it. Best sellers has its own. 2 other cells have no period to set: all the data counts there.",
    );
    page.unmount();
    show({ followers: [], apart: [] });
    expect(page.one("section").textContent).toContain("No cell follows this product.");
  });

  test("of a number says in place what it takes", () => {
    const limit = param.integer({ label: "Limit", default: 10, min: 1, max: 1000 });
    show({ cell: { input: "number", value: 10, title: "Limit" }, param: limit });
    const field = page.labelled("Limit");
    fill(field, "0");
    press(field, "Enter");
    expect(page.one('[role="alert"]').textContent).toBe("Limit takes a whole number from 1 to 1000.");
    fill(field, "25");
    press(field, "Enter");
    expect(actions.onValue).toHaveBeenCalledExactlyOnceWith(25);
    expect(page.all('[role="alert"]')).toEqual([]);
  });

  test("of a text is taken over with Enter and given up with Escape", () => {
    show({ cell: { input: "text", value: "a", title: "Word" }, param: param.text("Word") });
    const field = page.labelled<HTMLInputElement>("Word");
    fill(field, "b");
    press(field, "Escape");
    expect(field.value).toBe("a");
    fill(field, "c");
    press(field, "Enter");
    expect(actions.onValue).toHaveBeenCalledExactlyOnceWith("c");
  });
});
