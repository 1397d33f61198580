// @vitest-environment happy-dom
import { act } from "react";
import { expect, test, vi } from "vitest";
import { mount } from "@/components/ui/testing/mount";
import { usePageTitle } from "./use-page-title";

function Titled({ title }: { title: string }) {
  usePageTitle(title);
  return null;
}

/** Titles that come with a page are put before those that are there. */
async function comesLate(text: string): Promise<void> {
  const late = document.createElement("title");
  late.textContent = text;
  await act(async () => {
    document.head.prepend(late);
    await Promise.resolve();
  });
}

test("the tab says what is shown, even where the page's own title comes later, and no longer than it is shown", async () => {
  document.title = "Report, Lucid";
  const page = mount(<Titled title="Corner shop, Lucid" />);
  expect(document.title).toBe("Corner shop, Lucid");
  await comesLate("Report, Lucid");
  expect(document.title).toBe("Corner shop, Lucid");
  page.render(<Titled title="Another shop, Lucid" />);
  expect(document.title).toBe("Another shop, Lucid");
  page.unmount();
  expect(document.title).toBe("Report, Lucid");
});

/** A document as browsers have it: its title reads trimmed, with one space for a run of blanks. It is set ten times at most. */
function browserTitle() {
  const element = document.querySelector("title") ?? document.head.appendChild(document.createElement("title"));
  const set = vi.fn((text: string) => {
    if (set.mock.calls.length <= 10) element.textContent = text;
  });
  Object.defineProperty(document, "title", {
    configurable: true,
    get: () => (element.textContent ?? "").replace(/[\t\n\f\r ]+/g, " ").replace(/^ | $/g, ""),
    set,
  });
  return { element, set, restore: () => Reflect.deleteProperty(document, "title") };
}

test("a title with runs of blanks is set once for each title that comes, as the document gives it back", async () => {
  const { element, set, restore } = browserTitle();
  const page = mount(<Titled title={" Corner  shop\n\tof 2026, Lucid "} />);
  await act(async () => {
    element.textContent = "Report, Lucid";
    // As many turns as a title that is set again and again would take.
    for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
  });
  const calls = [...set.mock.calls];
  page.unmount();
  restore();
  expect(calls).toEqual([["Corner shop of 2026, Lucid"], ["Corner shop of 2026, Lucid"]]);
});
