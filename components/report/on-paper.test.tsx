// @vitest-environment happy-dom
import { readFileSync } from "node:fs";
import { act } from "react";
import { toast } from "sonner";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ResultTable } from "@/components/table/result-table";
import { type Mounted, mount } from "@/components/ui/testing/mount";
import { plainFormat } from "@/components/ui/testing/plain-format";
import { stubResizeObserver } from "@/components/ui/testing/resize-observer";
import { Toaster } from "@/components/ui/toaster";
import { usedStyles } from "./used-styles";

/** The selectors of what is not printed. */
const [, HIDDEN = ""] =
  /([^{}]+)\{\s*display: none !important/.exec(readFileSync("app/print.css", "utf8").replace(/\/\*.*?\*\//gs, "")) ??
  [];

let mounted: Mounted | null = null;
beforeEach(stubResizeObserver);
afterEach(() => {
  mounted?.unmount();
  mounted = null;
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("on paper", () => {
  test("stands no message of the page", async () => {
    mounted = mount(<Toaster />);
    act(() => {
      toast("The file was saved.");
    });
    const message = await vi.waitFor(() => {
      const found = document.querySelector("[data-sonner-toast]");
      expect(found?.textContent).toContain("The file was saved.");
      return found;
    });
    expect(message?.closest(HIDDEN)).not.toBeNull();
  });

  test("no column of a wide table fades away", () => {
    vi.spyOn(HTMLElement.prototype, "scrollWidth", "get").mockReturnValue(900);
    vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(300);
    const columns = [{ name: "a", label: "A", kind: "integer", unit: "none", hidden: false }] as const;
    mounted = mount(<ResultTable title="Wide" columns={columns} rows={[{ a: 1 }]} format={plainFormat} />);
    const fade = document.querySelector("[data-slot=table-scroll] + [aria-hidden=true]");
    expect(fade?.closest(HIDDEN)).not.toBeNull();
  });

  test("rows that are not drawn take no room, and it is said that they are missing", () => {
    const columns = [{ name: "a", label: "A", kind: "integer", unit: "none", hidden: false }] as const;
    const rows = Array.from({ length: 1_000 }, (_, a) => ({ a }));
    mounted = mount(<ResultTable title="Long" columns={columns} rows={rows} format={plainFormat} />);
    expect(document.querySelector("tbody[aria-hidden=true]")?.closest(HIDDEN)).not.toBeNull();
    expect(document.querySelector(".print\\:block")?.textContent).toMatch(/^Only some of 1.?000 rows stand here\./);
  });

  test("a saved page has the size and margins that the notebook has", () => {
    const paper = "@page { size: a4; margin: 16mm; @bottom-right { content: counter(page); } }";
    const corner = Object.assign(Object.create(CSSRule.prototype), { cssText: "@bottom-right { content: x; }" });
    // Browsers keep the corners of the paper as rules within its rule.
    const rule = Object.create(CSSGroupingRule.prototype, {
      cssText: { value: paper },
      cssRules: { value: [corner] },
    });
    vi.spyOn(document, "styleSheets", "get").mockReturnValue([{ cssRules: [rule] }] as unknown as StyleSheetList);
    expect(usedStyles(document)).toBe(paper);
  });
});
