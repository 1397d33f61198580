// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from "vitest";
import { click, type Mounted, mount } from "@/components/ui/testing/mount";
import type { Incoming } from "@/lib/workbench/state";
import { ImportProgress } from "./import-progress";

let page: Mounted;
afterEach(() => page.unmount());

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
});
