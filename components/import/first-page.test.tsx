// @vitest-environment happy-dom
import { act } from "react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { click, fill, type Mounted, mount } from "@/components/ui/testing/mount";
import { FirstPage } from "./first-page";

let page: Mounted;
afterEach(() => page.unmount());

describe("FirstPage", () => {
  const onFiles = vi.fn();
  const onOpen = vi.fn();
  const open = () => {
    onFiles.mockReset();
    page = mount(
      <FirstPage
        recents={[{ id: "n1", title: "Corner shop", updatedAt: Date.UTC(2026, 6, 1), headline: "£1,200" }]}
        locale="en-GB"
        onFiles={onFiles}
        onSample={vi.fn()}
        onOpen={onOpen}
        onRename={vi.fn()}
        onDuplicate={vi.fn()}
        onDelete={vi.fn()}
      />,
    );
  };

  test("searches more notebooks than one looks through, by letters without accents", () => {
    const recents = Array.from({ length: 100 }, (_, n) => ({
      id: `n${n}`,
      title: n === 42 ? "Crème de la crème" : `Shop ${n}`,
      updatedAt: n,
      headline: null,
    }));
    const nothing = vi.fn();
    const on = {
      onFiles,
      onSample: nothing,
      onOpen: nothing,
      onRename: nothing,
      onDuplicate: nothing,
      onDelete: nothing,
    };
    page = mount(<FirstPage recents={recents} locale="en-GB" {...on} />);
    expect(page.all("[data-notebook]")).toHaveLength(100);
    fill(page.labelled("Search notebooks"), " creme");
    expect(page.all("[data-notebook]").map((each) => each.dataset.notebook)).toEqual(["n42"]);
    expect(page.one('[data-slot="recent-list"] [role="status"]').textContent).toBe("1 of 100");
    fill(page.labelled("Search notebooks"), "Winter");
    expect(page.one('[data-slot="recent-list"] [role="status"]').textContent).toBe("No notebook is called “Winter”.");
  });

  test("has the file field, the sample and what was made before", () => {
    open();
    const field = page.labelled<HTMLInputElement>("Add data files");
    expect([field.type, field.multiple]).toEqual(["file", true]);
    expect(page.button("Try the sample shop").disabled).toBe(false);
    expect(page.button("Actions of Corner shop").getAttribute("aria-haspopup")).toBe("menu");
    expect(page.all('input[type="search"]')).toEqual([]);
    click(page.one('[data-notebook="n1"]'));
    expect(onOpen).toHaveBeenCalledExactlyOnceWith("n1");
  });

  test("becomes the target as a whole while files are dragged, and takes them", () => {
    open();
    const data = new DataTransfer();
    data.items.add(new File(["a"], "a.csv"));
    const drag = (type: string) => {
      const event = new Event(type, { bubbles: true, cancelable: true });
      Object.defineProperty(event, "dataTransfer", { value: { types: ["Files"], files: data.files } });
      act(() => {
        document.body.dispatchEvent(event);
      });
    };
    drag("dragenter");
    expect(page.all('[data-slot="drop-target"]')).toHaveLength(1);
    drag("drop");
    expect(page.all('[data-slot="drop-target"]')).toHaveLength(0);
    expect(onFiles.mock.calls[0]?.[0]).toHaveLength(1);
  });
});
