import { describe, expect, it } from "vitest";
import { someNotebook } from "@/lib/notebook/testing/arbitrary-notebook";
import { neverRun } from "@/lib/workbench/context";
import type { CellRun, CellStatus } from "@/lib/workbench/state";
import { announced } from "./announced";

const notebook = someNotebook(5, 0);
const ids = notebook.cells.map(({ id }) => id);

function seen(...statuses: CellStatus[]) {
  const runs = Object.fromEntries(
    statuses.map((status, at): [string, CellRun] => [ids[at] ?? "", { ...neverRun, status }]),
  );
  return { notebook, runs };
}

describe("announced", () => {
  it("names one cell or two and counts more", () => {
    expect(announced(seen("running", "ok"), seen("ok", "stale"))).toBe("Cell 1 stale. Cell 0 done.");
    expect(announced(seen("ok", "ok", "ok"), seen("stale", "stale", "stale"))).toBe("3 cells stale.");
  });

  it("says why a cell failed", () => {
    const failed = seen("error");
    const id = ids[0] ?? "";
    const runs = {
      [id]: { ...neverRun, status: "error" as const, problem: { message: "No such column.", hint: null } },
    };
    expect(announced(seen("running"), { ...failed, runs })).toBe("Cell 0 failed: No such column.");
  });

  it("is silent while nothing changes, while cells only wait, and when another notebook is opened", () => {
    expect(announced(seen("ok"), seen("ok"))).toBe("");
    expect(announced(seen("ok"), seen("queued"))).toBe("");
    expect(announced({ notebook: null, runs: {} }, seen("ok", "ok"))).toBe("");
  });
});
