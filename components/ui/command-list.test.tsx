// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from "vitest";
import { CommandDialog } from "./command-list";
import type { CommandGroup } from "./found-commands";
import { fill, type Mounted, mount, press } from "./testing/mount";

let shown: Mounted | null = null;
let chosen: string[] = [];

afterEach(() => {
  shown?.unmount();
  chosen = [];
});

const entry = (label: string, detail?: string) => ({
  id: label,
  label,
  detail,
  onChoose: () => void chosen.push(label),
});
const groups: CommandGroup[] = [
  { heading: "Run", entries: ["Run and go on", "Run and insert below"].map((label) => entry(label)) },
  { heading: "Go", entries: [entry("Fill the window with the cell")] },
  { heading: "Notebook", entries: [entry("Redo"), entry("Undo")] },
  {
    heading: "Add",
    entries: [entry("Add: Note", "Words in Markdown."), entry("Add: Number", "A number for queries.")],
  },
];

function list(letters: string): Mounted {
  shown = mount(<CommandDialog title="Commands" placeholder="Find" groups={groups} onClose={() => undefined} />);
  fill(shown.one("[role=combobox]"), letters);
  return shown;
}
const labels = (on: Mounted) => on.all("[role=option]").map(({ textContent }) => textContent);
const chosenNow = (on: Mounted) => on.one('[role=option][aria-selected="true"]').textContent;

describe("a list of commands", () => {
  it("has all of them as they are before anything is written", () => {
    const on = list("");
    expect(labels(on)).toHaveLength(7);
    expect(labels(on)[0]).toBe("Run and go on");
  });

  it("puts first and takes by Enter what is called so, whatever group it is of", () => {
    const on = list("undo");
    expect(labels(on)[0]).toBe("Undo");
    expect(chosenNow(on)).toBe("Undo");
    press(on.one("[role=combobox]"), "Enter");
    expect(chosen).toEqual(["Undo"]);
  });

  it("holds a name higher than letters strewn over many words, and finds by what describes it", () => {
    expect(labels(list("note"))[0]).toContain("Add: Note");
    shown?.unmount();
    expect(labels(list("markdown"))[0]).toContain("Add: Note");
  });

  it("goes on from the best when other letters are written", () => {
    const on = list("und");
    fill(on.one("[role=combobox]"), "redo");
    expect(chosenNow(on)).toBe("Redo");
    fill(on.one("[role=combobox]"), "");
    expect(labels(on)[0]).toBe("Run and go on");
  });

  it("says when nothing is called so", () => {
    const on = list("zzzz");
    expect(on.one("[role=status]").textContent).toContain("Nothing is called so");
    expect(on.one("[role=listbox]").textContent).toBe("");
    fill(on.one("[role=combobox]"), "undo");
    expect(on.one("[role=status]").textContent).toBe("");
  });
});
