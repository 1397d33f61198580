// @vitest-environment happy-dom

import { afterEach, describe, expect, test, vi } from "vitest";
import { click, type Mounted, mount } from "@/components/ui/testing/mount";
import type { ExplainedMetric, ExplainedSentence, Explanation } from "@/lib/notebook/explanation";
import { ExplanationView } from "./explanation-view";
import { byLine } from "./written-by";

const revenue: ExplainedMetric = {
  label: "Revenue",
  value: "£1,240.00",
  period: null,
  of: "<b>Tea</b>",
  cell: "best_sellers",
  column: "revenue",
  row: 0,
};

const sentences: ExplainedSentence[] = [
  {
    part: "explanation",
    pieces: [
      { kind: "name", text: "<b>Tea</b>" },
      { kind: "text", text: " made " },
      { kind: "number", text: "£1,240", metrics: [revenue] },
      { kind: "text", text: "." },
    ],
  },
  { part: "guidance", pieces: [{ kind: "text", text: "Order more." }] },
];

const kept: Explanation = { figures: "f", by: null, note: null, whole: true, refused: 0, sentences, writtenAt: 0 };

const acts = { onMetric: vi.fn(), onStop: vi.fn(), onRemove: vi.fn(), onAgain: vi.fn() };

let page: Mounted;
afterEach(() => {
  page.unmount();
  vi.clearAllMocks();
});

function show(more: Partial<Parameters<typeof ExplanationView>[0]> = {}) {
  page = mount(
    <ExplanationView title="Explanation of Tea" sentences={sentences} kept={kept} isOld={false} {...acts} {...more} />,
  );
}

describe("an explanation", () => {
  test("says names as text, and every number leads to its figure", () => {
    show();
    expect(page.all("[data-sentence]").map(({ textContent }) => textContent?.trim())).toEqual([
      "<b>Tea</b> made £1,240.",
      "Order more.",
    ]);
    expect(page.all("b")).toEqual([]);
    expect(page.button("£1,240").dataset.from).toBe("best_sellers.revenue");
    click(page.button("£1,240"));
    expect(acts.onMetric).toHaveBeenCalledExactlyOnceWith(revenue);
  });

  test("is a region that tells who wrote it, with the set-up where no AI is configured", () => {
    show();
    expect(page.one("section").getAttribute("aria-label")).toBe("Explanation of Tea");
    expect(page.one("section").dataset.by).toBe("rules");
    expect(page.all('[data-slot="set-up"] span')).toHaveLength(2);
    page.unmount();
    show({ kept: { ...kept, note: "The AI is busy." } });
    expect(page.one('[role="status"]').textContent).toContain("The AI is busy.");
    expect(page.all('[data-slot="set-up"]')).toEqual([]);
  });

  test("can only be stopped while it is written, and is read out as it comes", () => {
    show({ kept: null, sentences: sentences.slice(0, 1) });
    expect(page.one("section").getAttribute("aria-busy")).toBe("true");
    expect(page.one('[aria-live="polite"]').textContent).toContain("£1,240");
    expect(page.all("section > div button").map(({ textContent }) => textContent)).toEqual(["£1,240", "Stop"]);
    click(page.button("Stop"));
    expect(acts.onStop).toHaveBeenCalledOnce();
  });

  test("says when the results are newer", () => {
    show({ isOld: true });
    expect(page.one("section").dataset.old).toBe("true");
    expect(page.one('[role="status"]').textContent).toContain("Based on older results.");
    click(page.button("Explain again"));
    expect(acts.onAgain).toHaveBeenCalledOnce();
  });
});

describe("byLine", () => {
  test("names the model and what could not be verified", () => {
    const by = { model: "m-1", promptVersion: 1 };
    page = mount(null);
    expect(byLine({ by, note: null, refused: 1 })).toBe(
      "Written by m-1, every number computed and checked here. One sentence could not be verified and is not shown.",
    );
    expect(byLine({ by, note: "You stopped it here.", refused: 2 })).toMatch(/2 sentences .* You stopped it here\.$/);
  });
});
