// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listenForKeys } from "./key-listener";
import { openPanel } from "./page-view";

let taken: string[];
let stop: () => void;

beforeEach(() => {
  taken = [];
  document.body.innerHTML = `
    <section data-cell="one" data-status="ok" tabindex="-1">
      <button>Run</button><input type="number" /><input type="checkbox" />
      <select><option>All</option></select>
      <button role="combobox">Period</button><div role="menu"><button>Item</button></div>
    </section>`;
  stop = listenForKeys(window, {
    choices: () => ({}),
    mac: false,
    take(command) {
      taken.push(command.id);
      return command.id !== "leave";
    },
  });
});
afterEach(() => {
  stop();
  openPanel(null);
});

function press(where: string, key: string, more: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more });
  document.querySelector(where)?.dispatchEvent(event);
  return event;
}

const CELL = "[data-cell]";

describe("a key of the notebook", () => {
  it("counts on a selected cell and on the buttons in it", () => {
    press(CELL, "j");
    press("button", "b");
    press("input[type=checkbox]", "k");
    press(CELL, "Enter");
    expect(taken).toEqual(["next", "insert-below", "previous", "edit"]);
  });

  it("belongs to the field one writes in, unless it is held with Ctrl or Alt, or leaves the field", () => {
    for (const key of ["j", "d", "d", "?", "ArrowDown", "A"]) press("input", key, { shiftKey: key === "A" });
    press("[role=combobox]", "j");
    press("input", "z", { ctrlKey: true });
    expect(taken).toEqual([]);
    press("input", "Enter", { shiftKey: true });
    press("input", "k", { ctrlKey: true });
    press("input", "Escape");
    expect(taken).toEqual(["run-next", "palette", "leave"]);
  });

  it("is undo in a list too, right after a choice, while letters go through its items", () => {
    press("select", "z");
    press("select", "j");
    press("select", "z", { ctrlKey: true });
    expect(taken).toEqual(["undo"]);
  });

  it("belongs to menus, dialogs and whatever stands over the notebook", () => {
    press("[role=menu] button", "j");
    openPanel({ kind: "palette" });
    press(CELL, "j");
    expect(taken).toEqual([]);
  });

  it("stays with the page and its buttons where a cell itself is not selected", () => {
    press("button", "Enter");
    press("button", "ArrowDown");
    press("body", "ArrowDown");
    press("body", "Enter");
    expect(taken).toEqual([]);
    press("body", "j");
    expect(taken).toEqual(["next"]);
  });

  it("about a cell needs one: nothing is deleted that is not selected", () => {
    press("body", "d");
    press("body", "d");
    press("body", "x");
    expect(taken).toEqual([]);
    press(CELL, "d");
    press(CELL, "d");
    expect(taken).toEqual(["delete"]);
  });

  it("held down deletes once at most, and goes on and on where that is meant", () => {
    press(CELL, "x", { repeat: true });
    press(CELL, "j", { repeat: true });
    expect(taken).toEqual(["next"]);
  });

  it("is the browser's where there was nothing to do, and nobody's where it was taken already", () => {
    expect(press(CELL, "Escape").defaultPrevented).toBe(false);
    expect(press(CELL, "s", { ctrlKey: true }).defaultPrevented).toBe(true);
    const handled = (event: Event) => event.preventDefault();
    document.body.addEventListener("keydown", handled);
    press(CELL, "j");
    document.body.removeEventListener("keydown", handled);
    expect(taken).toEqual(["leave", "save-version"]);
  });
});
