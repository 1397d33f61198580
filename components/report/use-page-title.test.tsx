// @vitest-environment happy-dom
import { act } from "react";
import { expect, test } from "vitest";
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
