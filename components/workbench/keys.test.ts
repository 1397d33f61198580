// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { editorCommand } from "./editor-command";
import { chordOf, type Keys, shownKeys } from "./key-chord";
import { keyMapOf, keysOf, readChoices, refusal } from "./key-map";
import { createKeyReader } from "./key-reader";
import { keyCommands } from "./keys";

const bare = { key: "", code: "", ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const pressed = (given: Partial<typeof bare>, mac = false) => chordOf({ ...bare, ...given }, mac);
const commandOf = (id: string) => {
  const found = keyCommands.find((command) => command.id === id);
  if (!found) throw new Error(`There is no ${id}.`);
  return found;
};

describe("the keys of the notebook", () => {
  it("are those the product promises", () => {
    const keys = Object.fromEntries(keyCommands.map((command) => [command.id, command.keys.join(", ")]));
    expect(keys).toMatchObject({
      "run-next": "Shift+Enter",
      run: "Mod+Enter",
      "run-insert": "Alt+Enter",
      leave: "Escape",
      edit: "Enter",
      "insert-above": "A",
      "insert-below": "B",
      cut: "X",
      copy: "C",
      paste: "V",
      delete: "D D",
      undo: "Z, Mod+Z",
      redo: "Shift+Z, Mod+Shift+Z, Mod+Y",
      next: "J, ArrowDown",
      previous: "K, ArrowUp",
      "move-up": "Ctrl+Shift+ArrowUp",
      "move-down": "Ctrl+Shift+ArrowDown",
      "to-note": "M",
      "to-sql": "Y",
      "run-stale": "Mod+Shift+R",
      interrupt: "I I",
      palette: "Mod+K",
      help: "?",
      "save-version": "Mod+S",
      format: "Alt+F",
    });
  });

  it("need not be known: what a cell's menu has, the palette has too", () => {
    const listed = keyCommands.filter(({ keysOnly }) => !keysOnly).map(({ title }) => title);
    expect(listed).toEqual(
      expect.arrayContaining([
        "Add a cell…",
        "Chart this cell",
        "Duplicate the cell",
        "Collapse or expand the cell",
        "Fill the window with the cell",
        "Rename the cell",
        "Rename the cell for other cells",
        "Show or hide the SQL",
      ]),
    );
  });

  it("never contradict one another, on a Mac or elsewhere", () => {
    for (const mac of [false, true]) {
      for (const command of keyCommands) {
        for (const keys of command.keys) {
          const why = refusal(keyCommands, {}, { id: command.id, keys }, { mac, shown: (each) => each });
          expect(why, command.id).toBeNull();
        }
      }
    }
    expect(new Set(keyCommands.map(({ id }) => id)).size).toBe(keyCommands.length);
  });
});

describe("a key press", () => {
  it("is named the same on every keyboard", () => {
    expect(pressed({ key: "Enter", shiftKey: true })).toBe("Shift+Enter");
    expect(pressed({ key: "k", ctrlKey: true })).toBe("Mod+K");
    expect(pressed({ key: "k", metaKey: true }, true)).toBe("Mod+K");
    expect(pressed({ key: "ArrowUp", ctrlKey: true, shiftKey: true }, true)).toBe("Ctrl+Shift+ArrowUp");
    expect(pressed({ key: "?", shiftKey: true })).toBe("?");
    expect(pressed({ key: "Z", shiftKey: true })).toBe("Shift+Z");
    expect(pressed({ key: "D" }), "caps lock").toBe("D");
    expect(pressed({ key: "ƒ", code: "KeyF", altKey: true }, true)).toBe("Alt+F");
    expect(pressed({ key: "о", code: "KeyJ" }), "a Cyrillic layout").toBe("J");
    expect(pressed({ key: "Shift", shiftKey: true })).toBeNull();
  });

  it("is written as the computer's keys are called", () => {
    expect(shownKeys("Mod+Shift+R", false)).toBe("Ctrl+Shift+R");
    expect(shownKeys("Mod+Shift+R", true)).toBe("⌘⇧R");
    expect(shownKeys("Shift+Enter", true)).toBe("⇧↩");
    expect(shownKeys("D D", false)).toBe("D D");
    expect(shownKeys("Ctrl+Shift+ArrowUp", false)).toBe("Ctrl+Shift+↑");
  });
});

describe("a sequence", () => {
  const map = keyMapOf(keyCommands, {}, false);
  const read = (...presses: [Keys, number][]) => {
    const reader = createKeyReader();
    return presses.map(([chord, at]) => reader.read(chord, at, map));
  };

  it("counts when its keys follow one another in time", () => {
    expect(read(["D", 0], ["D", 400])).toEqual(["begun", { found: "delete" }]);
    expect(read(["D", 0], ["D", 5000], ["D", 5100])).toEqual(["begun", "begun", { found: "delete" }]);
  });

  it("is broken by another key, which counts by itself", () => {
    expect(read(["D", 0], ["J", 100], ["D", 200])).toEqual(["begun", { found: "next" }, "begun"]);
    expect(read(["D", 0], ["I", 100], ["I", 200])).toEqual(["begun", "begun", { found: "interrupt" }]);
    expect(read(["Q", 0])).toEqual([null]);
  });
});

describe("keys a person chose", () => {
  const shown = (keys: Keys) => keys;
  const why = (id: string, keys: Keys, choices = {}) =>
    refusal(keyCommands, choices, { id, keys }, { mac: false, shown });

  it("take the place of the usual ones, and none at all is a choice", () => {
    const choices = { delete: ["Delete"], help: [] };
    expect(keysOf(commandOf("delete"), choices, false)).toEqual(["Delete"]);
    const map = keyMapOf(keyCommands, choices, false);
    expect([map.get("Delete"), map.get("D D"), map.get("?")]).toEqual(["delete", undefined, undefined]);
  });

  it("are refused with a sentence when they are taken, begin alike, or belong to the browser", () => {
    expect(why("help", "J")).toBe("J is taken by “Next cell”. Press other keys, or change those first.");
    expect(why("help", "D")).toContain("D D (“Delete the cell”) and D begin alike.");
    expect(why("help", "J J")).toContain("J (“Next cell”) and J J begin alike.");
    expect(why("help", "Ctrl+W")).toContain("belongs to the browser");
    expect(why("help", "Alt+F"), "the editor's").toContain("Format the query");
    expect(why("help", "H")).toBeNull();
    expect(why("help", "J", { next: ["ArrowDown"] })).toBeNull();
  });

  it("count in the editor of a query, where the usual ones then do not", () => {
    const choices = { run: ["F9"], format: ["Mod+Shift+F"], "run-next": ["G"] };
    const command = (given: Partial<typeof bare>) =>
      editorCommand(new KeyboardEvent("keydown", { ...bare, ...given }), choices, false);
    expect(command({ key: "F9" })).toBe("stay");
    expect(command({ key: "F", ctrlKey: true, shiftKey: true })).toBe("format");
    expect(command({ key: "Enter", altKey: true })).toBe("insert");
    expect(command({ key: "Escape" })).toBe("leave");
    for (const usual of [
      { key: "Enter", ctrlKey: true },
      { key: "f", altKey: true },
      { key: "Enter", shiftKey: true },
    ])
      expect(command(usual)).toBeNull();
    expect(command({ key: "g" }), "is written").toBeNull();
    expect(command({ key: "Enter" }), "is a new line").toBeNull();
    expect(command({ key: "k", ctrlKey: true }), "is the page's").toBeNull();
    expect(why("format", "G")).toContain("would be written in the text");
    expect(why("format", "Alt+G Alt+G")).toContain("would be written in the text");
    expect(why("format", "Ctrl+G")).toBeNull();
  });

  it("are read from the device as far as they make sense", () => {
    const stored = { delete: ["Delete"], nothing: ["Q"], help: "H", format: ["Alt+G"], cut: [1], run: [] };
    expect(readChoices(stored, keyCommands)).toEqual({ delete: ["Delete"], format: ["Alt+G"], run: [] });
    for (const broken of [null, 1, "keys", [1]]) expect(readChoices(broken, keyCommands)).toEqual({});
  });
});
