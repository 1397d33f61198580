// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from "vitest";
import { click, fill, type Mounted, mount, press } from "@/components/ui/testing/mount";
import { plainFormat } from "@/components/ui/testing/plain-format";
import type { CellId } from "@/lib/notebook/ids";
import type { AnalysisCell } from "@/lib/notebook/notebook";
import type { Result } from "@/lib/query/result";
import type { CellContent } from "@/lib/workbench/shown-cell";
import type { CellRun } from "@/lib/workbench/state";
import type { CellMore } from "./cell-menu";
import { CellView } from "./cell-view";
import { ago, duration, statusText } from "./status-text";

const cell: AnalysisCell = {
  id: "c1" as CellId,
  kind: "analysis",
  analysis: "best_sellers",
  name: "best_sellers",
  title: "Best sellers",
  params: {},
  inputs: {},
  collapsed: false,
  codeShown: false,
};
const result: Result = {
  columns: [{ name: "quantity", label: "Units", kind: "decimal", unit: "quantity", hidden: false }],
  rows: [{ quantity: "3.5" }],
  provenance: { dataHashes: [], asOf: null, computedAt: 0, durationMs: 64, engine: "test" },
};
const content: CellContent = {
  answer: [
    { text: "Rice", strong: true },
    { text: " leads.", strong: false },
  ],
  notes: ["No costs are known."],
  chart: null,
  totals: null,
  comparison: null,
};
const idle: CellRun = {
  status: "ok",
  result,
  resultKey: null,
  triedKey: null,
  comparison: null,
  startedAt: null,
  ranAt: 1_000,
  durationMs: 64,
  cached: false,
  problem: null,
  reason: null,
};
const actions = {
  onRun: vi.fn(),
  onCancel: vi.fn(),
  onRename: vi.fn(),
  onCollapse: vi.fn(),
  onRemove: vi.fn(),
  onParam: vi.fn(),
};

let page: Mounted;
afterEach(() => {
  page.unmount();
  vi.clearAllMocks();
});

function show(
  run: Partial<CellRun>,
  more: Partial<AnalysisCell> = {},
  from?: CellMore,
  said: CellContent | null = content,
) {
  const state = { ...idle, ...run };
  page = mount(
    <CellView
      cell={{ ...cell, ...more }}
      run={state}
      content={state.result ? said : null}
      phrase={[]}
      params={{}}
      values={{}}
      products={{ choices: null, onList: vi.fn() }}
      facts={null}
      format={plainFormat}
      {...actions}
      more={from}
    />,
  );
}

describe("CellView", () => {
  test("is a region named by its title with its name and state in attributes", () => {
    show({});
    const section = page.one("section");
    const title = document.getElementById(section.getAttribute("aria-labelledby") ?? "");
    expect(title?.textContent).toBe("Best sellers");
    expect(section.dataset.cell).toBe("best_sellers");
    expect(section.dataset.status).toBe("ok");
    expect(section.getAttribute("aria-busy")).toBe("false");
    expect(page.one("[data-answer] strong").textContent).toBe("Rice");
    expect(page.one("td").dataset.value).toBe("3.5");
    expect(page.one('[data-slot="cell-notes"]').textContent).toBe("No costs are known.");
  });

  test("keeps the last result while it runs and offers to cancel", () => {
    show({ status: "running", startedAt: Date.now() });
    expect(page.one("section").getAttribute("aria-busy")).toBe("true");
    expect(page.one("td").dataset.value).toBe("3.5");
    click(page.button("Cancel"));
    expect(actions.onCancel).toHaveBeenCalledOnce();
  });

  test.each([
    ["running", true],
    ["queued", false],
  ] as const)("moves only while it runs, a hundred that wait would keep the page drawing: %s", (status, moves) => {
    show({ status, startedAt: Date.now() });
    expect(document.querySelector('[class*="animate-"]') !== null).toBe(moves);
  });

  test("shows the shape of what comes until the first result", () => {
    show({ status: "queued", result: null });
    expect(page.all('[data-slot="skeleton"]')).toHaveLength(1);
    expect(page.all("table")).toEqual([]);
  });

  test("says what failed and what to do, and tries again", () => {
    show({ status: "error", result: null, problem: { message: "Out of memory.", hint: "Choose a shorter period." } });
    expect(page.one('[role="alert"]').textContent).toContain("Out of memory.");
    expect(page.one('[role="alert"]').textContent).toContain("Choose a shorter period.");
    click(page.button("Retry"));
    expect(actions.onRun).toHaveBeenCalledOnce();
  });

  test("says of a result that stays that it is from before the run that failed, was blocked or cancelled", () => {
    const earlier = () => page.all('[data-slot="earlier"]').map(({ textContent }) => textContent);
    show({ status: "error", problem: { message: "Out of memory.", hint: null } });
    expect(earlier()).toEqual(["The result below is from before it failed."]);
    for (const status of ["blocked", "cancelled"] as const) {
      page.unmount();
      show({ status });
      expect(earlier()).toEqual([`The result below is from before it was ${status}.`]);
    }
    page.unmount();
    show({ status: "error", result: null, problem: { message: "Out of memory.", hint: null } });
    expect(earlier()).toEqual([]);
    page.unmount();
    show({ status: "blocked" }, {}, undefined, null);
    expect(earlier()).toEqual([]);
    page.unmount();
    show({});
    expect(earlier()).toEqual([]);
  });

  test("is renamed from elsewhere too, as a person reads it or as other cells call it", () => {
    const more = { filled: false, onFill: vi.fn(), onRenaming: vi.fn(), onName: vi.fn(), entries: [] };
    const keys = { up: null, down: null, fill: null, delete: null };
    show({}, {}, { ...more, keys, renaming: "name" });
    fill(page.labelled("Name of the cell for other cells"), "top");
    press(page.labelled("Name of the cell for other cells"), "Enter");
    expect(more.onName).toHaveBeenCalledExactlyOnceWith("top");
    expect(more.onRenaming).toHaveBeenCalledExactlyOnceWith(null);
    page.unmount();
    show({}, {}, { ...more, keys, renaming: "title" });
    expect(page.labelled<HTMLInputElement>("Title of the cell").value).toBe("Best sellers");
  });

  test("is renamed with F2 and Enter, and not with Escape", () => {
    show({});
    press(page.button("Best sellers"), "F2");
    fill(page.labelled("Title of the cell"), "Top products");
    press(page.labelled("Title of the cell"), "Enter");
    expect(actions.onRename).toHaveBeenCalledExactlyOnceWith("Top products");
    click(page.button("Best sellers"), 0);
    fill(page.labelled("Title of the cell"), "Other");
    press(page.labelled("Title of the cell"), "Escape");
    expect(actions.onRename).toHaveBeenCalledOnce();
  });

  test("keeps its answer in sight when it is collapsed", () => {
    show({}, { collapsed: true });
    expect(page.one("[data-answer]").textContent).toBe("Rice leads.");
    expect(page.all("table")).toEqual([]);
    click(page.button("Show"));
    expect(actions.onCollapse).toHaveBeenCalledExactlyOnceWith(false);
  });
});

test("a query without rows is not said to hang on settings", () => {
  page = mount(
    <CellView
      cell={{
        ...cell,
        kind: "chart",
        source: "",
        drawing: { type: "bars", x: "", y: "", group: null, aggregate: "none" },
      }}
      run={{ ...idle, result: { ...result, rows: [] } }}
      content={{ ...content, answer: [], notes: [] }}
      phrase={[]}
      params={{}}
      values={{}}
      products={{ choices: null, onList: vi.fn() }}
      facts={null}
      format={plainFormat}
      {...actions}
    />,
  );
  expect(page.one('[data-slot="empty"]').textContent).toBe("It ran, and there are no rows.");
});

test("a result without rows says so with its notes instead of an empty table", () => {
  show({ result: { ...result, rows: [] } });
  expect(page.all("table")).toEqual([]);
  expect(page.one('[data-slot="empty"]').textContent).toContain("No costs are known.");
});

describe("the margin", () => {
  const now = 10_000_000;
  const said = (run: Partial<CellRun>) => statusText({ ...idle, ...run }, now);

  test("says how long it took, how long ago, and whether it was cached", () => {
    expect(said({ ranAt: now - 130_000 })).toBe("64 ms · 2 min ago");
    expect(said({ ranAt: now - 5_000, cached: true })).toBe("cached · just now");
  });

  test("says why a cell is stale or blocked and how long it has been running", () => {
    expect(said({ status: "stale", reason: "the period changed" })).toBe("stale: the period changed");
    expect(said({ status: "blocked", reason: "blocked by Trends" })).toBe("blocked by Trends");
    expect(said({ status: "running", startedAt: now - 3_400 })).toBe("running 3 s");
  });

  test("writes times in the largest unit that fits", () => {
    expect([ago(now - 7_200_000, now), duration(1_240), duration(125_000)]).toEqual(["2 h ago", "1.2 s", "2 min 5 s"]);
  });
});
