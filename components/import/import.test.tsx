// @vitest-environment happy-dom
import { act } from "react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { click, fill, type Mounted, mount } from "@/components/ui/testing/mount";
import { type Guess, type ImportPlan, PLAIN, ROLE_LABELS, ROLES_OF } from "@/lib/ingest/plan";
import type { Incoming } from "@/lib/workbench/state";
import { FirstPage } from "./first-page";
import { ImportDialog } from "./import-dialog";
import { ImportProgress } from "./import-progress";
import { bytesLabel, progressWords, timeLeft, timeLeftLabel } from "./import-words";
import { missingFrom, withColumn, withKind } from "./plan-changes";

const plan: ImportPlan = {
  ...PLAIN,
  kind: "sales",
  columns: ["When", "What", "How many"],
  mapping: { date: "When", product_name: "What", quantity: "How many" },
  dateOrder: "day-first",
  decimalMark: "point",
  currency: "GBP",
};
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
  const open = (given = guess) => {
    onImport.mockReset();
    onCancel.mockReset();
    onLook.mockReset();
    page = mount(
      <ImportDialog
        files={[{ id: "f1", guess: given, also: [], problem: null }]}
        locale="en"
        hasOrders={false}
        onLook={onLook}
        onImport={onImport}
        onCancel={onCancel}
      />,
    );
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
    const asked = (given: Guess) => (
      <ImportDialog
        files={[{ id: "f1", guess: given, also: [], problem: null }]}
        locale="en"
        hasOrders={false}
        onLook={onLook}
        onImport={onImport}
        onCancel={onCancel}
      />
    );
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
      <ImportDialog
        files={[
          { id: "a", guess, also: [], problem: null },
          { id: "b", guess: { ...guess, fileName: "more.csv" }, also: ["feb.csv", "mar.csv"], problem: null },
        ]}
        locale="en"
        hasOrders={false}
        onLook={onLook}
        onImport={onImport}
        onCancel={onCancel}
      />,
    );
    expect(page.one('[role="dialog"] h2').textContent).toBe("Import 4 files");
    expect(page.all('[role="tab"]').map((tab) => tab.textContent)).toEqual(["sales.csv", "more.csv+2"]);
  });
});

describe("plan changes", () => {
  test("an empty choice takes the column off its role", () => {
    expect(withColumn(plan, "date", "").mapping).toEqual({ product_name: "What", quantity: "How many" });
  });

  test("another kind lets go of roles it does not have", () => {
    expect(withKind(plan, "inventory").mapping).toEqual({ product_name: "What" });
    expect(missingFrom(withKind(plan, "inventory"))).toBe("Choose the column of the current stock.");
  });

  test("a complete plan misses nothing; a date may come from a list of orders", () => {
    expect(missingFrom(plan)).toBeNull();
    const { date: _, ...undated } = plan.mapping;
    const lines = { kind: "sales", mapping: { ...undated, transaction: "Order" } } as const;
    expect(missingFrom(lines)).toBe("Choose the column of the date.");
    expect(missingFrom(lines, true)).toBeNull();
  });
});

describe("FirstPage", () => {
  const onFiles = vi.fn();
  const onOpen = vi.fn();
  const open = () => {
    onFiles.mockReset();
    page = mount(
      <FirstPage
        recents={[{ id: "n1", title: "Corner shop", updatedAt: Date.UTC(2026, 6, 1), headline: "£1,200" }]}
        locale="en-GB"
        onFiles={onFiles}
        onSample={vi.fn()}
        onOpen={onOpen}
        onRename={vi.fn()}
        onDuplicate={vi.fn()}
        onDelete={vi.fn()}
      />,
    );
  };

  test("searches more notebooks than one looks through, by letters without accents", () => {
    const recents = Array.from({ length: 100 }, (_, n) => ({
      id: `n${n}`,
      title: n === 42 ? "Crème de la crème" : `Shop ${n}`,
      updatedAt: n,
      headline: null,
    }));
    const nothing = vi.fn();
    const on = {
      onFiles,
      onSample: nothing,
      onOpen: nothing,
      onRename: nothing,
      onDuplicate: nothing,
      onDelete: nothing,
    };
    page = mount(<FirstPage recents={recents} locale="en-GB" {...on} />);
    expect(page.all("[data-notebook]")).toHaveLength(100);
    fill(page.labelled("Search notebooks"), " creme");
    expect(page.all("[data-notebook]").map((each) => each.dataset.notebook)).toEqual(["n42"]);
    expect(page.one('[data-slot="recent-list"] [role="status"]').textContent).toBe("1 of 100");
    fill(page.labelled("Search notebooks"), "Winter");
    expect(page.one('[data-slot="recent-list"] [role="status"]').textContent).toBe("No notebook is called “Winter”.");
  });

  test("has the file field, the sample and what was made before", () => {
    open();
    const field = page.labelled<HTMLInputElement>("Add data files");
    expect([field.type, field.multiple]).toEqual(["file", true]);
    expect(page.button("Try the sample shop").disabled).toBe(false);
    expect(page.button("Actions of Corner shop").getAttribute("aria-haspopup")).toBe("menu");
    expect(page.all('input[type="search"]')).toEqual([]);
    click(page.one('[data-notebook="n1"]'));
    expect(onOpen).toHaveBeenCalledExactlyOnceWith("n1");
  });

  test("becomes the target as a whole while files are dragged, and takes them", () => {
    open();
    const data = new DataTransfer();
    data.items.add(new File(["a"], "a.csv"));
    const drag = (type: string) => {
      const event = new Event(type, { bubbles: true, cancelable: true });
      Object.defineProperty(event, "dataTransfer", { value: { types: ["Files"], files: data.files } });
      act(() => {
        document.body.dispatchEvent(event);
      });
    };
    drag("dragenter");
    expect(page.all('[data-slot="drop-target"]')).toHaveLength(1);
    drag("drop");
    expect(page.all('[data-slot="drop-target"]')).toHaveLength(0);
    expect(onFiles.mock.calls[0]?.[0]).toHaveLength(1);
  });
});

describe("ImportProgress", () => {
  const file: Incoming = {
    id: "f1",
    fileName: "sales.csv",
    bytes: 46_000_000,
    step: "reading",
    guess: null,
    also: [],
    overlap: null,
    progress: { phase: "Reading", doneBytes: 23_000_000, totalBytes: 46_000_000, rows: 412_000 },
    problem: null,
  };

  test("tells bytes and lines in words and can be cancelled", () => {
    const onCancel = vi.fn();
    page = mount(<ImportProgress incoming={[file]} locale="en-GB" onCancel={onCancel} onDismiss={vi.fn()} />);
    expect(page.one("li").textContent).toContain("23 MB of 46 MB · 412,000 lines");
    expect(page.one('[role="progressbar"]').getAttribute("aria-valuenow")).toBe("50");
    click(page.button("Cancel sales.csv"));
    expect(onCancel).toHaveBeenCalledExactlyOnceWith("f1");
  });

  test("a file that is read to its end is sorted out, and nobody says how long that takes", () => {
    vi.useFakeTimers({ now: 0, toFake: ["Date"] });
    const at = (doneBytes: number) => (
      <ImportProgress
        incoming={[{ ...file, progress: { phase: "Reading", doneBytes, totalBytes: 46_000_000, rows: null } }]}
        locale="en-GB"
        onCancel={vi.fn()}
        onDismiss={vi.fn()}
      />
    );
    try {
      page = mount(at(1));
      vi.setSystemTime(20_000);
      page.render(at(45_900_000));
      expect(page.one("li").textContent).toContain("almost done");
      page.render(at(46_000_000));
      expect(page.one("li").textContent).toContain("Sorting out");
      expect(page.one("li").textContent).not.toMatch(/Reading|almost done|left/);
    } finally {
      vi.useRealTimers();
    }
  });

  test("a file that failed says why and what to do", () => {
    const failed: Incoming = { ...file, step: "failed", problem: { message: "This is a PDF.", hint: "Export a CSV." } };
    page = mount(<ImportProgress incoming={[failed]} locale="en" onCancel={vi.fn()} onDismiss={vi.fn()} />);
    expect(page.one('[role="alert"]').textContent).toContain("This is a PDF.Export a CSV.");
  });

  test("estimates the time left only when something is known", () => {
    page = mount(null);
    expect(timeLeft(0, 100, 5000)).toBeNull();
    expect(timeLeft(25, 100, 5000)).toBe(15_000);
    expect(timeLeft(100, 100, 5000)).toBeNull();
    expect([timeLeftLabel(1500), timeLeftLabel(13_000), timeLeftLabel(61_000)]).toEqual([
      "almost done",
      "about 15 s left",
      "about 2 min left",
    ]);
    expect(bytesLabel(0, "en-GB")).toBe("0 byte");
    expect(progressWords({ phase: "", doneBytes: 10, totalBytes: 1500, rows: null }, "en-GB")).toBe("10 byte of 2 kB");
  });
});
