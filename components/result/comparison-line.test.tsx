// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest";
import { type Mounted, mount } from "@/components/ui/testing/mount";
import { plainFormat } from "@/components/ui/testing/plain-format";
import type { ComparisonWords } from "@/lib/analyses/comparison-words";
import { ComparisonLine } from "./comparison-line";

let page: Mounted;
afterEach(() => page.unmount());

const returned: ComparisonWords = {
  measure: "returned",
  label: "Returned, June 2026",
  value: "12",
  column: { name: "returned", label: "Returned", kind: "decimal", unit: "money", hidden: false },
  changes: [
    { percent: 50, against: "on May 2026", detail: "Compared with May 2026." },
    { percent: null, against: "on June 2025", detail: "June 2025 had nothing to compare with." },
  ],
  lessIsBetter: true,
};

test("a comparison names its figure and what it is held against; more returns are no good news", () => {
  page = mount(<ComparisonLine comparison={returned} format={plainFormat} />);
  const [may, june] = page.all('[data-slot="delta"]');
  expect(page.one("[data-compared]").dataset.value).toBe("12");
  expect(may?.textContent).toBe("up 50.0% on May 2026");
  expect(may?.title).toBe("Compared with May 2026.");
  expect(may?.querySelector("span")?.className).toContain("text-down");
  expect(june?.title).toBe("June 2025 had nothing to compare with.");
  expect(june?.querySelector(".sr-only")?.textContent).toBe("June 2025 had nothing to compare with.");
  expect(june?.textContent).not.toContain("0%");
});

test("what cannot be compared says why to those who hear it and those who point at it", () => {
  const reason = "A stock list is of one day.";
  page = mount(<ComparisonLine comparison={{ reason }} format={plainFormat} />);
  expect(page.one('[data-slot="comparison"]').title).toBe(reason);
  expect(page.one(".sr-only").textContent).toBe(reason);
  expect(page.one('[aria-hidden="true"]').textContent).toBe("nothing to compare");
});
