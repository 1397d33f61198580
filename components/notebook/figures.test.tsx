// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from "vitest";
import { Delta } from "@/components/result/delta";
import { OverviewView } from "@/components/result/overview-view";
import { click, type Mounted, mount } from "@/components/ui/testing/mount";
import { plainFormat } from "@/components/ui/testing/plain-format";
import { toFormat } from "@/lib/analyses/say";
import { PLAIN } from "@/lib/ingest/plan";
import type { DataSetId, NotebookId } from "@/lib/notebook/ids";
import type { DataSet, Notebook } from "@/lib/notebook/notebook";
import type { Column } from "@/lib/query/column";
import type { Ledger } from "@/lib/std/ledger";
import { notebookLede } from "@/lib/workbench/notebook-lede";
import { DataList } from "./data-list";
import { LedgerView } from "./ledger-view";

const ledger: Ledger = {
  lines: 60412,
  kept: 60371,
  rejected: 12,
  excluded: 29,
  reasons: [{ fate: "rejected", reason: "The date cannot be read", lines: 12, rule: null }],
  samples: [{ line: 120, fate: "rejected", reason: "The date cannot be read", raw: "31/02/2026,Rice" }],
  warnings: [],
};
const dataSet: DataSet = {
  id: "d1" as DataSetId,
  kind: "sales",
  fileName: "sales.csv",
  fileHash: "",
  fileBytes: 1,
  plan: null,
  signature: "",
  unmatched: [],
  replaced: null,
  readAs: "",
  ledger,
  dataHash: "",
  parts: [],
  setAsideParts: [],
  firstDay: null,
  lastDay: null,
  importedAt: 0,
};
const notebook: Notebook = {
  id: "n1" as NotebookId,
  title: "Shop",
  locale: "en-GB",
  currency: null,
  dataSets: [dataSet],
  cells: [],
  insightStates: {},
  explanations: {},
  autoRun: true,
  createdAt: 0,
};
const money: Column = { name: "net_revenue", label: "Net revenue", kind: "decimal", unit: "money", hidden: false };

let page: Mounted;
afterEach(() => page.unmount());

test("the ledger foots in its attributes and gives its lines as a file", () => {
  const onDownload = vi.fn();
  page = mount(<LedgerView fileName="sales.csv" ledger={ledger} locale="en-GB" onDownload={onDownload} />);
  const value = (name: string) => Number(page.one(`[data-ledger="${name}"]`).dataset.value);
  expect(value("lines")).toBe(value("kept") + value("rejected") + value("excluded"));
  expect(page.one('[data-ledger="kept"]').textContent).toBe("60,371");
  const name = document.getElementById(page.one("section").getAttribute("aria-labelledby") ?? "");
  expect(name?.textContent).toBe("Import ledger sales.csv");
  expect(page.one("section").textContent).toContain("31/02/2026,Rice");
  click(page.button("Download as CSV"));
  expect(onDownload).toHaveBeenCalledOnce();
});

test("a rule is switched where its reason stands, or says that the file is wanted first", () => {
  const onChange = vi.fn();
  const reasons = [{ fate: "excluded", reason: "total line", lines: 29, rule: "total-line" } as const];
  const plan = { ...PLAIN, kind: "sales", columns: ["Day"], mapping: { date: "Day" } } as const;
  const view = (change: typeof onChange | null) => (
    <LedgerView
      fileName="sales.csv"
      ledger={{ ...ledger, reasons, samples: [] }}
      locale="en-GB"
      plan={plan}
      onChange={change}
      onDownload={vi.fn()}
    />
  );
  page = mount(view(onChange));
  click(page.button("Count them"));
  expect(onChange).toHaveBeenCalledExactlyOnceWith({ rules: { "total-line": false } });
  page.render(view(null));
  expect(page.button("Count them").getAttribute("aria-disabled")).toBe("true");
  click(page.button("Count them"));
  expect(onChange).toHaveBeenCalledOnce();
  expect(page.one('[role="status"]').textContent).toContain("Drop sales.csv again");
});

test("several files are counted together", () => {
  const other = { ...dataSet, id: "d2" as DataSetId, unmatched: [{ ...ledger.reasons[0], lines: 71 } as const] };
  page = mount(<DataList dataSets={[dataSet, other as DataSet]} locale="en-GB" onOpen={vi.fn()} />);
  expect(page.one('[data-slot="ledger-total"]').textContent).toBe(
    "All 2 files120,824 lines · 120,671 kept · 153 set aside",
  );
});

test("a data set says how many lines were set aside", () => {
  const onOpen = vi.fn();
  page = mount(<DataList dataSets={[dataSet]} locale="en-GB" onOpen={onOpen} />);
  expect(page.one("li").textContent).toContain("60,412 lines · 60,371 kept · 41 set aside");
  click(page.one<HTMLButtonElement>("li button"));
  expect(onOpen).toHaveBeenCalledExactlyOnceWith("d1");
});

test("the lede counts the lines of all data sets", () => {
  page = mount(null);
  expect(notebookLede(notebook, null)).toEqual({
    span: "",
    counted: "60,371 of 60,412 lines count; ",
    aside: "41 were set aside",
    remarks: null,
    currencies: null,
  });
  const warned = { ...dataSet, ledger: { ...ledger, warnings: [{ sentence: "A line repeats.", change: null }] } };
  expect(notebookLede({ ...notebook, dataSets: [warned] }, null)?.remarks).toBe("1 remark");
  expect(notebookLede({ ...notebook, dataSets: [warned, warned] }, null)?.remarks).toBe("2 remarks");
  const whole = { ...dataSet, ledger: { ...ledger, lines: 1, kept: 1, rejected: 0, excluded: 0 } };
  expect(notebookLede({ ...notebook, dataSets: [whole] }, null)?.aside).toBeNull();
  expect(notebookLede({ ...notebook, dataSets: [] }, null)).toBeNull();
});

test("the lede says which lines are not in the figures because of their currency", () => {
  page = mount(null);
  const other = (reason: string, lines: number) =>
    ({ fate: "excluded", reason, lines, rule: "other-currency" }) as const;
  const withReasons = (...reasons: Ledger["reasons"]): DataSet => ({ ...dataSet, ledger: { ...ledger, reasons } });
  const said = (...dataSets: DataSet[]) => notebookLede({ ...notebook, dataSets }, null)?.currencies;
  expect(said(withReasons(other("in EUR, not in USD", 1)))).toBe(
    "Not in these figures: 1 line in EUR, because one currency is never added to another.",
  );
  const two = [
    withReasons(other("in GBP, not in USD", 3), other("in EUR, not in USD", 900)),
    withReasons(other("in EUR, not in USD", 300)),
  ];
  expect(said(...two)).toBe(
    "Not in these figures: 1,200 lines in EUR and 3 lines in GBP, because one currency is never added to another.",
  );
});

describe("OverviewView", () => {
  test("marks figures of a month with their period and those of everything without one", () => {
    const metric = { metric: "net_revenue", label: "Net revenue", column: money, changes: [] };
    page = mount(
      <OverviewView
        big={[{ ...metric, value: "312480.25", period: "2026-06" }]}
        whole={[{ ...metric, value: "4821934.5", period: null }]}
        wholeLabel="All of it"
        format={plainFormat}
      />,
    );
    expect(page.one('[data-metric="net_revenue"][data-period="2026-06"]').dataset.value).toBe("312480.25");
    expect(page.one('[data-metric="net_revenue"]:not([data-period])').dataset.value).toBe("4821934.5");
  });

  test("long figures are set smaller, and large quantities without their decimals", () => {
    const units: Column = { ...money, name: "units", unit: "quantity" };
    const figure = (metric: string, value: string, column: Column) => ({
      metric,
      label: metric,
      value,
      column,
      period: "2026-06",
      changes: [],
    });
    const big = [figure("net_revenue", "59999940079999.95", money), figure("units", "4679.7", units)];
    page = mount(
      <OverviewView big={big} whole={[]} wholeLabel="All" format={toFormat({ locale: "en-GB", currency: null })} />,
    );
    const shown = (metric: string) => page.one(`[data-metric="${metric}"]`);
    expect(shown("net_revenue").textContent).toBe("59,999,940,080,000");
    expect(shown("net_revenue").className).not.toContain("text-2xl");
    expect(shown("units").textContent).toBe("4,679.7");
    expect(shown("units").className).toContain("text-2xl");
  });

  test("that nothing can be compared is said once, with both reasons", () => {
    const unknown = (month: string) => ({ percent: null, against: `on ${month}`, detail: `${month} had nothing.` });
    const changes = [unknown("May"), unknown("June")];
    const returned = {
      metric: "returned_share",
      label: "Returned",
      column: money,
      value: 0,
      period: "2026-06",
      changes,
    };
    page = mount(<OverviewView big={[returned]} whole={[]} wholeLabel="All" format={plainFormat} />);
    expect(page.one("dd").textContent?.match(/nothing to compare/g)).toHaveLength(1);
    expect(page.one("dd .sr-only").textContent).toBe("May had nothing. June had nothing.");
  });

  test("a figure nobody knows is said to be unknown, not zero", () => {
    const unknown = { metric: "customers", label: "Customers", column: money, value: null, period: null, changes: [] };
    page = mount(<OverviewView big={[]} whole={[unknown]} wholeLabel="All" format={plainFormat} />);
    expect(page.one('[data-metric="customers"]').dataset.value).toBe("");
    expect(page.one('[data-metric="customers"]').textContent).toBe("unknown");
  });
});

describe("Delta", () => {
  test("has a word for screen readers beside its shape, and its colour says good or bad", () => {
    page = mount(<Delta percent={-1.24} against="on May" locale="en" />);
    expect(page.one('[data-slot="delta"]').textContent).toBe("down 1.2% on May");
    expect(page.one(".text-down")).toBeTruthy();
  });

  test("fewer returns are good", () => {
    page = mount(<Delta percent={-4} against="on May" locale="en" lessIsBetter />);
    expect(page.one(".text-up")).toBeTruthy();
  });

  test("a change too small to see is steady", () => {
    page = mount(<Delta percent={0.01} against="on May" locale="en" />);
    expect(page.one('[data-slot="delta"]').textContent).toBe("steady on May");
  });
});
