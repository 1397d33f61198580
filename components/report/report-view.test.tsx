// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from "vitest";
import { type Mounted, mount } from "@/components/ui/testing/mount";
import { htmlPage } from "@/lib/report/html-page";
import { HOSTILE_WORDS } from "@/lib/report/testing/hostile-words";
import { madeReport } from "@/lib/report/testing/made-report";
import { ReportView } from "./report-view";
import { standingPage } from "./standing-page";

let mounted: Mounted | null = null;

afterEach(() => {
  mounted?.unmount();
  mounted = null;
});

function shown(name?: string): HTMLElement {
  mounted = mount(<ReportView report={madeReport(name)} />);
  return mounted.one("[data-slot=report]");
}

const values = (within: Element, selector: string) =>
  [...within.querySelectorAll<HTMLElement>(selector)].map(({ dataset }) => dataset.value);

describe("a report on the page", () => {
  test("shows every cell under its title, every value in full", () => {
    const page = shown();
    expect([...page.querySelectorAll("[data-cell]")].map((cell) => cell.getAttribute("data-cell"))).toEqual(
      madeReport().cells.map(({ name }) => name),
    );
    expect(values(page, "[data-metric]")).toEqual(["1234.5", "12"]);
    expect(values(page, "[data-cell=best_sellers] tbody [data-value]")).toEqual([
      ...["20.10", String(72 / 145), "5", String(1 / 3), "-0.05", ""],
    ]);
    expect(values(page, "[data-cell=best_sellers] tfoot [data-value]")).toEqual(["25.05"]);
    expect(values(page, "[data-stake]")).toEqual([String(1 / 3)]);
    expect(values(page, "[data-ledger]")).toEqual(["7", "5", "1", "1"]);
  });

  test("says what is not in it and what is older", () => {
    const page = shown();
    expect(page.textContent).toContain("The first 3 of 40 rows are in this report");
    expect(page.textContent).toContain("The first 1 of 2 insights");
    expect(page.querySelector("[data-slot=caution]")?.textContent).toContain("older than the last change");
    expect(page.textContent).toContain("Figures as of 30 June 2026");
  });

  test("has a table as it was searched and sorted, beside the chart of all", () => {
    const report = madeReport();
    const cells = report.cells.map((cell) =>
      cell.kind === "result" && cell.table
        ? { ...cell, table: { ...cell.table, view: { rows: [2, 0], found: 2, drawn: 3 } } }
        : cell,
    );
    mounted = mount(<ReportView report={{ ...report, cells }} />);
    const table = mounted.one("[data-cell=best_sellers] [data-slot=result]");
    expect(values(table, "tbody [data-value]")).toEqual(["-0.05", "", "20.10", String(72 / 145)]);
    expect(mounted.one("[data-cell=best_sellers] [data-slot=rows-kept]").textContent).toBe(
      "Of 40 rows the 2 that were searched for are in this report; the sentences and totals are of all.",
    );
  });

  test("says nothing of a searched table beside a chart that leaves rows out", () => {
    const report = madeReport();
    const drawn = Array.from({ length: 20 }, (_, at) => [`P${at}`, String(at), null, null]);
    const values = [0, 1, 2, 3].map((column) => drawn.map((row) => row[column] ?? null));
    const note = (view: { rows: number[]; found: number; drawn: number } | undefined) => {
      const cells = report.cells.map((cell) =>
        cell.kind === "result" && cell.table
          ? { ...cell, table: { ...cell.table, values, total: 20, ...(view ? { view } : {}) } }
          : cell,
      );
      mounted?.unmount();
      mounted = mount(<ReportView report={{ ...report, cells }} />);
      return mounted.one("[data-cell=best_sellers] [data-slot=chart-note]").textContent;
    };
    expect(note(undefined)).toBe("The first 15 of 20; the table has them all.");
    expect(note({ rows: [3], found: 1, drawn: 20 })).toBe("The first 15 of 20.");
  });

  test("says of a query without rows that it has none", () => {
    const report = madeReport();
    const cells = report.cells.map((cell) =>
      cell.kind === "result" && cell.table
        ? {
            ...cell,
            asking: { kind: "sql" as const, sql: "select 1 where false" },
            table: { ...cell.table, values: cell.table.columns.map(() => []), total: 0 },
          }
        : cell,
    );
    mounted = mount(<ReportView report={{ ...report, cells }} />);
    expect(mounted.one("[data-cell=best_sellers]").textContent).toContain("It ran, and there are no rows.");
    expect(mounted.all("[data-cell=best_sellers] table")).toEqual([]);
  });

  test("is of the day it was where it was made, wherever it is read", () => {
    // 10 in the morning of 1 July in London.
    expect(shown().textContent).toContain("Report of 1 July 2026");
    mounted?.render(<ReportView report={{ ...madeReport(), madeOn: "2026-07-02" }} />);
    expect(mounted?.one("[data-slot=report]").textContent).toContain("Report of 2 July 2026");
  });

  test("is saved as a page without what only a script can use, its lists as they are counted", () => {
    const report = madeReport();
    const cells = report.cells.map((cell) => (cell.kind === "note" ? { ...cell, text: "4. four\n5. five" } : cell));
    mounted = mount(<ReportView report={{ ...report, cells }} />);
    const page = mounted.one("[data-slot=report]");
    expect(page.textContent).toContain("The arrow keys read each point");
    const saved = standingPage(page);
    expect(saved.textContent).not.toContain("The arrow keys read each point");
    expect(saved.querySelector("ol")?.getAttribute("start")).toBe("4");
  });

  test("is saved as a page of the language its sentences are in, whatever its numbers are written like", () => {
    expect(htmlPage({ title: "Tee", styles: "", body: "" })).toContain('<html lang="en"');
  });
});

/** Nothing in it can run, load, or lead to a script. */
function expectInert(page: ParentNode) {
  expect(page.querySelectorAll("script, iframe, img, object, embed, link, form, base, meta")).toHaveLength(0);
  for (const element of page.querySelectorAll("*")) {
    for (const { name, value } of [...element.attributes]) {
      expect(name).not.toMatch(/^on/i);
      if (/^(href|src|xlink:href|action|formaction|srcdoc)$/i.test(name))
        expect(value).toMatch(/^(#|https:\/\/|mailto:)/);
    }
  }
}

describe("hostile words in a report", () => {
  test.each(HOSTILE_WORDS)("stay words everywhere: %s", (words) => {
    const page = shown(words);
    expectInert(page);
    expect(page.querySelector("h1")?.textContent).toBe(`${words} report`);
    // The foot of printed pages is a style sheet: not one letter of theirs stands in it as itself.
    for (const style of page.querySelectorAll("style")) {
      expect(style.textContent).toMatch(
        /^@page\{@bottom-left\{content:"(\\[0-9a-f]+ )*";color:#555;font:8pt sans-serif\}\}$/,
      );
    }
    const file = htmlPage({
      title: `${words} report`,
      styles: "",
      body: standingPage(page).outerHTML,
    });
    const read = new DOMParser().parseFromString(file, "text/html");
    expectInert(read.body);
    expect(read.title).toBe(`${words} report`);
    expect(read.querySelector("h1")?.textContent).toBe(`${words} report`);
    expect(read.querySelectorAll("[data-cell]")).toHaveLength(6);
    expect(Reflect.get(globalThis, "hacked")).toBeUndefined();
  });

  test("a style sheet cannot be left by what stands in it", () => {
    const file = htmlPage({
      title: "</title>",
      styles: "</style><script>x</script>",
      body: "",
    });
    const read = new DOMParser().parseFromString(file, "text/html");
    expect(read.querySelectorAll("script")).toHaveLength(0);
    expect(read.title).toBe("</title>");
  });
});
