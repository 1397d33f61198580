// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { type Mounted, mount } from "@/components/ui/testing/mount";
import type { ChartSource } from "@/lib/workbench/chart-sources";
import { ChartSentence } from "./chart-sentence";

let mounted: Mounted | null = null;
afterEach(() => mounted?.unmount());

const column = (name: string, holds: "words" | "number" | "time", empty = false) => {
  return { name, label: name, holds, unit: "none" as const, hidden: false, empty };
};
const source: ChartSource = {
  name: "till",
  title: "till",
  columns: [column("product", "words"), column("store", "words", true), column("day", "time"), column("n", "number")],
  isSingle: () => false,
  days: () => 30,
};

test("a column without a value is nothing to draw by, unless it was chosen", () => {
  const drawing = { type: "bars", x: "product", y: "n", group: null, aggregate: "sum" } as const;
  const sentence = (group: string | null) => (
    <ChartSentence source="till" drawing={{ ...drawing, group }} sources={[source]} onChange={vi.fn()} />
  );
  mounted = mount(sentence(null));
  const words = (label: string) =>
    [...(mounted?.labelled(label).querySelectorAll("option") ?? [])].map((one) => one.value);
  expect(words("Split by")).toEqual(["", "day"]);
  expect(words("By")).toEqual(["product", "day"]);
  mounted.render(sentence("store"));
  expect(words("Split by")).toEqual(["", "store", "day"]);
});
