// @vitest-environment happy-dom
import { act, useState } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { click, type Mounted, mount, press } from "@/components/ui/testing/mount";
import type { CellId } from "@/lib/notebook/ids";
import type { NoteCell } from "@/lib/notebook/notebook";
import { NoteCellView } from "./note-cell-view";

const note: NoteCell = { id: "n1" as CellId, kind: "note", name: "note", title: "Note", text: "", collapsed: false };
const actions = { onRename: vi.fn(), onCollapse: vi.fn(), onRemove: vi.fn() };
const onText = vi.fn();

/** A notebook of one note. */
function Page({ cell, editing: first = false }: { cell: NoteCell; editing?: boolean }) {
  const [text, setText] = useState(cell.text);
  const [editing, setEditing] = useState(first);
  const keep = (next: string) => {
    onText(next);
    setText(next);
  };
  return (
    <>
      <button type="button" onClick={() => setText("undone")}>
        Undo
      </button>
      <NoteCellView
        cell={{ ...cell, text }}
        editing={editing}
        onEditingChange={setEditing}
        onText={keep}
        {...actions}
      />
    </>
  );
}

let page: Mounted;
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  page.unmount();
  vi.useRealTimers();
  vi.clearAllMocks();
});

/** Shows a note with its Markdown there. */
async function show(text: string, given: { editing?: boolean; collapsed?: boolean } = {}) {
  const { editing = false, collapsed = false } = given;
  page = mount(<Page cell={{ ...note, text, collapsed }} editing={editing} />);
  await act(async () => {
    await import("@/components/ui/markdown");
  });
}

const section = () => page.one("section");
const field = () => page.one<HTMLTextAreaElement>("textarea");

function type(text: string) {
  const setter = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set;
  act(() => {
    setter?.call(field(), text);
    field().dispatchEvent(new Event("input", { bubbles: true }));
  });
}

describe("a note", () => {
  test("is a cell without a state, read as a page", async () => {
    await show("# Plan\n\nOrder **tea**.");
    expect(section().dataset).toMatchObject({ slot: "cell", cell: "note" });
    expect(section().dataset.status).toBeUndefined();
    expect(page.one("h3").textContent).toBe("Plan");
    expect(page.one("strong").textContent).toBe("tea");
  });

  test("that is empty asks to be written", async () => {
    await show("  ");
    click(page.button("Write a note"));
    expect(document.activeElement).toBe(field());
    expect(field().getAttribute("aria-label")).toBe("Text of Note");
  });

  test("opens with Enter on its section, a double click or its button, at the end of its text", async () => {
    await show("tea");
    act(() => section().focus());
    press(section(), "Enter");
    expect(document.activeElement).toBe(field());
    expect(field().selectionStart).toBe(3);
    press(field(), "Escape");
    expect(document.activeElement).toBe(section());
    act(() => {
      page.one("[data-slot=markdown]").dispatchEvent(new MouseEvent("dblclick", { bubbles: true }));
    });
    expect(field().value).toBe("tea");
    click(page.button("Done"));
    expect(page.all("textarea")).toEqual([]);
    click(page.button("Edit"));
    expect(field().value).toBe("tea");
  });

  test("leaves Enter in a title or a button to them", async () => {
    await show("tea");
    press(page.one("h2 button"), "Enter");
    expect(page.all("textarea")).toEqual([]);
  });

  test("hands its text over when typing pauses, once", async () => {
    await show("", { editing: true });
    type("t");
    type("te");
    type("tea");
    act(() => vi.advanceTimersByTime(399));
    expect(onText).not.toHaveBeenCalled();
    act(() => vi.advanceTimersByTime(1));
    expect(onText).toHaveBeenCalledExactlyOnceWith("tea");
    press(field(), "Escape");
    expect(onText).toHaveBeenCalledOnce();
    expect(section().textContent).toContain("tea");
  });

  test("loses nothing however the field is left", async () => {
    await show("", { editing: true });
    type("by Escape");
    press(field(), "Escape");
    expect(onText).toHaveBeenLastCalledWith("by Escape");
    click(page.button("Edit"));
    type("by a click beside it");
    click(page.button("Undo"));
    expect(page.all("textarea")).toEqual([]);
    click(page.button("Edit"));
    type("with the page");
    page.unmount();
    expect(onText).toHaveBeenLastCalledWith("with the page");
  });

  test("does not take the focus back from where a click brought it", async () => {
    await show("", { editing: true });
    const other = page.button("Undo");
    act(() => other.focus());
    click(other);
    expect(document.activeElement).toBe(other);
  });

  test("goes on with a text that came from outside, and hands that one over no more", async () => {
    const shown = (text: string) => (
      <NoteCellView cell={{ ...note, text }} editing onEditingChange={vi.fn()} onText={onText} {...actions} />
    );
    page = mount(shown("first"));
    type("first and more");
    act(() => vi.advanceTimersByTime(400));
    page.render(shown("first and more"));
    page.render(shown("first"));
    expect(field().value).toBe("first");
    act(() => vi.advanceTimersByTime(400));
    expect(onText).toHaveBeenCalledExactlyOnceWith("first and more");
  });

  test("says when it is full", async () => {
    await show("a".repeat(20_000), { editing: true });
    expect(page.one('[role="status"]').textContent).toBe("A note holds 20,000 letters. Go on in another one.");
    expect(field().maxLength).toBe(20_000);
  });

  test("folds to its first line", async () => {
    await show("first line\nsecond", { collapsed: true });
    expect(section().textContent).toContain("first line");
    expect(section().textContent).not.toContain("second");
    click(page.button("Show"));
    expect(actions.onCollapse).toHaveBeenCalledExactlyOnceWith(false);
  });
});
