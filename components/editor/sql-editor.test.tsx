// @vitest-environment happy-dom
import { completionStatus, startCompletion } from "@codemirror/autocomplete";
import { openSearchPanel, searchPanelOpen } from "@codemirror/search";
import { EditorView } from "@codemirror/view";
import { act, useState } from "react";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type Mounted, mount } from "@/components/ui/testing/mount";
import type { EditorCommand, RunMode, SqlEditorProps } from "./editor-props";
import { SqlEditor } from "./sql-editor";

const TABLES = [{ name: "sales", about: "12 lines", columns: [{ name: "day", type: "DATE" }] }];
let page: Mounted | null = null;
let texts: string[] = [];
let runs: RunMode[] = [];
let left = 0;

beforeAll(() => {
  // Browsers tell of a new selection later; this document does in the middle of the change that makes it.
  document.addEventListener("selectionchange", (event) => event.stopImmediatePropagation());
});
beforeEach(() => {
  texts = [];
  runs = [];
  left = 0;
});
afterEach(() => {
  page?.unmount();
  page = null;
});

/** The usual keys of a page around an editor. */
function commandOf({ key: pressed, ctrlKey, shiftKey, altKey }: KeyboardEvent): EditorCommand | null {
  if (pressed === "f" && altKey) return "format";
  if (pressed === "Escape") return "leave";
  if (pressed !== "Enter") return null;
  return ctrlKey ? "stay" : shiftKey ? "next" : altKey ? "insert" : null;
}

let setValue: (value: string) => void = () => undefined;
function Host({ start, ...props }: Partial<SqlEditorProps> & { start: string }) {
  const [value, set] = useState(start);
  setValue = set;
  const onChange = (text: string) => {
    texts.push(text);
    set(text);
  };
  return (
    <SqlEditor
      value={value}
      onChange={onChange}
      label="SQL of Sales"
      tables={TABLES}
      inputs={[]}
      commandOf={commandOf}
      onRun={(mode) => runs.push(mode)}
      onEscape={() => {
        left += 1;
      }}
      {...props}
    />
  );
}

async function open(
  props: Partial<SqlEditorProps> & { start: string },
): Promise<{ view: EditorView; content: HTMLElement }> {
  page = mount(<Host {...props} />);
  await act(async () => {
    await import("./code-mirror");
  });
  const content = page.labelled("SQL of Sales");
  const view = EditorView.findFromDOM(content);
  if (!view) throw new Error("There is no editor.");
  return { view, content };
}

function key(content: HTMLElement, init: KeyboardEventInit): KeyboardEvent {
  const event = new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init });
  act(() => {
    content.dispatchEvent(event);
  });
  return event;
}

/** An offer is taken only once the list has stood for a moment. */
function enterLater(content: HTMLElement): void {
  const clock = vi.spyOn(Date, "now").mockReturnValue(Date.now() + 1000);
  key(content, { key: "Enter" });
  clock.mockRestore();
}

const type = (view: EditorView, insert: string) => act(() => view.dispatch(view.state.replaceSelection(insert)));

describe("the SQL editor", () => {
  it("is a field with its name and its help, and tells each change once", async () => {
    const { view, content } = await open({ start: "from sales", autoFocus: 10 });
    expect(content.getAttribute("role")).toBe("textbox");
    expect(document.getElementById(content.getAttribute("aria-describedby") ?? "")?.textContent).toMatch(
      /Tab leads on/,
    );
    expect(document.activeElement).toBe(content);
    type(view, " s");
    type(view, "x");
    expect(texts).toEqual(["from sales s", "from sales sx"]);
    expect(view.state.doc.toString()).toBe("from sales sx");
  });

  it("takes a text from outside, keeps the cursor, tells nothing, and undoes only what was typed in it", async () => {
    const { view, content } = await open({ start: "select 1 from sales", autoFocus: 8 });
    type(view, "0");
    act(() => setValue("-- new\nselect 10 from sales"));
    expect(view.state.doc.toString()).toBe("-- new\nselect 10 from sales");
    expect(view.state.selection.main.head).toBe("-- new\nselect 10".length);
    expect(texts).toEqual(["select 10 from sales"]);
    key(content, { key: "z", ctrlKey: true });
    expect(view.state.doc.toString()).toBe("-- new\nselect 1 from sales");
  });

  it("is not set back by an older text of its own that comes late", async () => {
    let late: string[] = [];
    const { view } = await open({ start: "", onChange: (text: string) => late.push(text) });
    for (const letter of "abc") type(view, letter);
    expect(late).toEqual(["a", "ab", "abc"]);
    for (const text of late) {
      act(() => setValue(text));
      expect(view.state.doc.toString()).toBe("abc");
    }
    late = [];
    act(() => setValue("ab"));
    expect(view.state.doc.toString()).toBe("ab");
  });

  it("runs by its three keys, leaves by Escape, and keeps these keys from the page", async () => {
    const { content } = await open({ start: "from sales" });
    let heard = 0;
    const hear = () => {
      heard += 1;
    };
    document.addEventListener("keydown", hear);
    key(content, { key: "Enter", ctrlKey: true });
    key(content, { key: "Enter", shiftKey: true });
    key(content, { key: "Enter", altKey: true });
    key(content, { key: "Escape" });
    const tab = key(content, { key: "Tab" });
    document.removeEventListener("keydown", hear);
    expect(runs).toEqual(["stay", "next", "insert"]);
    expect(left).toBe(1);
    expect(tab.defaultPrevented).toBe(false);
    expect(heard).toBe(1);
    expect(texts).toEqual([]);
  });

  it("closes its search by Escape before it is left by it", async () => {
    const { view, content } = await open({ start: "from sales" });
    act(() => void openSearchPanel(view));
    expect(searchPanelOpen(view.state)).toBe(true);
    key(content, { key: "Escape", keyCode: 27 });
    expect(searchPanelOpen(view.state)).toBe(false);
    expect(left).toBe(0);
    key(content, { key: "Escape", keyCode: 27 });
    expect(left).toBe(1);
  });

  it("takes what is typed with AltGr for a letter, though it comes as Ctrl and Alt", async () => {
    const { content } = await open({ start: "from sales", commandOf: ({ altKey }) => (altKey ? "stay" : null) });
    const pressed = (altGr: boolean, init: KeyboardEventInit) => {
      const event = new KeyboardEvent("keydown", { key: "q", altKey: true, bubbles: true, cancelable: true, ...init });
      event.getModifierState = (name) => altGr && name === "AltGraph";
      act(() => void content.dispatchEvent(event));
      return event.defaultPrevented;
    };
    expect([pressed(true, { ctrlKey: true }), pressed(false, { isComposing: true })]).toEqual([false, false]);
    expect(runs).toEqual([]);
    // The second is Option in a browser that calls it AltGr.
    expect([pressed(false, { ctrlKey: true }), pressed(true, {})]).toEqual([true, true]);
    expect(runs).toEqual(["stay", "stay"]);
  });

  it("leaves the run keys to the page where nobody asked for them", async () => {
    const { content } = await open({ start: "from sales", onRun: undefined });
    for (const init of [{ ctrlKey: true }, { shiftKey: true }, { altKey: true }]) {
      expect(key(content, { key: "Enter", ...init }).defaultPrevented).toBe(false);
    }
    expect(texts).toEqual([]);
  });

  it("offers names as one types; Enter takes the offer, but is a new line behind a word that stands there whole", async () => {
    const { view, content } = await open({ start: "" });
    const offered = async (typed: string) => {
      act(() =>
        view.dispatch({
          changes: { from: 0, to: view.state.doc.length, insert: typed },
          selection: { anchor: typed.length },
          userEvent: "input.type",
        }),
      );
      act(() => void startCompletion(view));
      await act(async () => vi.waitFor(() => expect(completionStatus(view.state)).toBe("active")));
    };
    await offered("from sa");
    expect(page?.one("[role=listbox] [aria-selected]").textContent).toContain("sales");
    enterLater(content);
    expect(view.state.doc.toString()).toBe("from sales");
    for (const whole of ["select day", "from sales group by all"]) {
      await offered(whole);
      enterLater(content);
      expect(view.state.doc.toString()).toBe(`${whole}\n`);
    }
  });

  it("underlines the piece a problem is at, until the text changes", async () => {
    const error = { message: "There is no column nothing.", hint: "Did you mean day?", position: 7 };
    const { view, content } = await open({ start: "select nothing from sales", error });
    expect(page?.one(".cm-problem").textContent).toBe("nothing");
    expect(content.getAttribute("aria-invalid")).toBe("true");
    expect(page?.all(".cm-problem-line")).toHaveLength(1);
    type(view, " ");
    expect(page?.all(".cm-problem")).toHaveLength(0);
    expect(content.hasAttribute("aria-invalid")).toBe(false);
    page?.render(<Host start="" error={{ ...error, position: 99 }} />);
    expect(page?.one(".cm-problem").textContent).toBe("sales");
  });

  it("formats by Alt+F in one step that can be undone, or says why it does not", async () => {
    const { view, content } = await open({ start: "select day from sales where day=$from" });
    view.dispatch({ selection: { anchor: 10 } });
    key(content, { key: "f", altKey: true, keyCode: 70 } as KeyboardEventInit);
    await act(async () => vi.waitFor(() => expect(view.state.doc.lines).toBe(6)));
    expect(view.state.sliceDoc(0, view.state.selection.main.head)).toBe("select\n  day");
    key(content, { key: "z", ctrlKey: true });
    expect(view.state.doc.toString()).toBe("select day from sales where day=$from");
    act(() => setValue("select (("));
    key(content, { key: "f", altKey: true, keyCode: 70 } as KeyboardEventInit);
    await act(async () => vi.waitFor(() => expect(page?.all("[role=status]")).toHaveLength(1)));
    expect(page?.one("[role=status]").textContent).toMatch(/Nothing was changed/);
    expect(view.state.doc.toString()).toBe("select ((");
    type(view, " ");
    expect(page?.all("[role=status]")).toHaveLength(0);
  });

  it("turns lines into comments and back", async () => {
    const { view, content } = await open({ start: "from sales" });
    key(content, { key: "/", ctrlKey: true });
    expect(view.state.doc.toString()).toBe("-- from sales");
    key(content, { key: "/", ctrlKey: true });
    expect(view.state.doc.toString()).toBe("from sales");
  });

  it("takes back what is refused, and only that", async () => {
    let refuses = true;
    const asked: string[] = [];
    const onChange = (text: string) => {
      asked.push(text);
      return !refuses;
    };
    const { view } = await open({ start: "from sales", onChange });
    type(view, "select 1 ");
    await act(async () => undefined);
    expect(asked).toEqual(["select 1 from sales"]);
    expect(view.state.doc.toString()).toBe("from sales");
    refuses = false;
    type(view, "select 2 ");
    await act(async () => undefined);
    expect(view.state.doc.toString()).toBe("select 2 from sales");
  });

  it("cannot be changed while it is read only, and says so", async () => {
    const { view, content } = await open({ start: "from sales", readOnly: true });
    expect(content.getAttribute("aria-readonly")).toBe("true");
    key(content, { key: "/", ctrlKey: true });
    expect(view.state.doc.toString()).toBe("from sales");
    page?.render(<Host start="" />);
    expect(content.hasAttribute("aria-readonly")).toBe(false);
    key(content, { key: "/", ctrlKey: true });
    expect(view.state.doc.toString()).toBe("-- from sales");
  });
});
