// @vitest-environment happy-dom
import type { ComponentProps } from "react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { click, fill, type Mounted, mount } from "@/components/ui/testing/mount";
import { type Guess, ROLE_LABELS, ROLES_OF } from "@/lib/ingest/plan";
import { ImportDialog } from "./import-dialog";
import { plan } from "./testing/plan";

const guess: Guess = {
  fileName: "sales.csv",
  plan,
  confidence: { date: 0.9, product_name: 0.5 },
  evidence: [],
  questions: ["Is 03/04/2026 in April or in March?"],
  sample: [["03/04/2026", "Rice", "2"]],
  sheets: [],
};

let page: Mounted;
afterEach(() => page.unmount());

describe("ImportDialog", () => {
  const onImport = vi.fn();
  const onCancel = vi.fn();
  const onLook = vi.fn();
  const dialogOf = (files: ComponentProps<typeof ImportDialog>["files"]) => (
    <ImportDialog files={files} locale="en" hasOrders={false} onLook={onLook} onImport={onImport} onCancel={onCancel} />
  );
  const asked = (given: Guess) => dialogOf([{ id: "f1", guess: given, also: [], problem: null }]);
  const open = (given = guess) => {
    onImport.mockReset();
    onCancel.mockReset();
    onLook.mockReset();
    page = mount(asked(given));
  };

  test("is named by its file and asks on top", () => {
    open();
    const dialog = page.one('[role="dialog"]');
    expect(document.getElementById(dialog.getAttribute("aria-labelledby") ?? "")?.textContent).toBe("Import sales.csv");
    expect(page.one('[data-slot="import-questions"]').textContent).toContain("03/04/2026");
    expect(page.one('[data-slot="sample-preview"]').textContent).toContain("Rice");
  });

  test("has a combobox for every role and every form, with the guesses filled in", () => {
    open();
    const names = [...ROLES_OF.sales.map((role) => ROLE_LABELS[role]), "Kind of data", "Date order", "Decimal mark"];
    for (const name of [...names, "Currency"]) expect(page.labelled(name).tagName).toBe("SELECT");
    expect(page.labelled<HTMLSelectElement>("Date").value).toBe("When");
    expect(page.labelled<HTMLSelectElement>("Category").value).toBe("");
    expect(page.labelled<HTMLSelectElement>("Currency").value).toBe("GBP");
  });

  test("gives back the plan with the answers", () => {
    open();
    fill(page.labelled("Date order"), "month-first");
    fill(page.labelled("Category"), "What");
    click(page.button("Import"));
    expect(onImport).toHaveBeenCalledExactlyOnceWith({
      f1: { ...plan, dateOrder: "month-first", mapping: { ...plan.mapping, category: "What" } },
    });
  });

  test("says what is missing instead of importing", () => {
    open();
    fill(page.labelled("Date"), "");
    expect(page.button("Import").disabled).toBe(true);
    expect(page.one('[role="dialog"] [role="status"]').textContent).toBe("Choose the column of the date.");
  });

  test("asks for stock columns when the file is a stock list", () => {
    open();
    fill(page.labelled("Kind of data"), "inventory");
    expect(page.labelled("Current stock").tagName).toBe("SELECT");
    expect(() => page.labelled("Transaction")).toThrow();
  });

  test("shows what stands in other places only where it can be chosen", () => {
    open({ ...guess, sheets: ["Jan", "Feb"], plan: { ...plan, sheet: "Jan" } });
    expect(() => page.labelled("Encoding")).toThrow();
    click(page.button("Letters look wrong?"));
    fill(page.labelled("Encoding"), "windows-1252");
    fill(page.labelled("Sheet"), "Feb");
    fill(page.labelled("Names of columns in row"), "");
    expect(onLook.mock.calls.map(([id, choice]) => [id, choice])).toEqual([
      ["f1", { encoding: "windows-1252", sheet: "Jan" }],
      ["f1", { encoding: null, sheet: "Feb" }],
      ["f1", { encoding: "utf-8", sheet: "Jan", headerRow: null }],
    ]);
  });

  test("takes the guess of another look in the place of what was chosen before", () => {
    page = mount(asked(guess));
    fill(page.labelled("Date order"), "month-first");
    page.render(asked({ ...guess, plan: { ...plan, columns: ["Tag", "Ware"], mapping: { date: "Tag" } } }));
    expect(page.labelled<HTMLSelectElement>("Date order").value).toBe("day-first");
    expect(page.labelled<HTMLSelectElement>("Date").value).toBe("Tag");
  });

  test("an ordinary table has no roles and can always be imported", () => {
    open();
    fill(page.labelled("Kind of data"), "table");
    expect(() => page.labelled("Product name")).toThrow();
    expect(page.button("Import").disabled).toBe(false);
  });

  test("is left with Cancel", () => {
    open();
    click(page.button("Cancel"));
    expect(onCancel).toHaveBeenCalledOnce();
  });

  test("names itself by the number of files when there are several", () => {
    page = mount(
      dialogOf([
        { id: "a", guess, also: [], problem: null },
        { id: "b", guess: { ...guess, fileName: "more.csv" }, also: ["feb.csv", "mar.csv"], problem: null },
      ]),
    );
    expect(page.one('[role="dialog"] h2').textContent).toBe("Import 4 files");
    expect(page.all('[role="tab"]').map((tab) => tab.textContent)).toEqual(["sales.csv", "more.csv+2"]);
  });
});
