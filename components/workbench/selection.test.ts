// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createSelection, type Selection } from "./selection";

let selection: Selection;
let stop: () => void;

function cell(name: string, inside = ""): string {
  return `<section data-cell="${name}" data-status="ok" tabindex="-1"><button>Run</button>${inside}</section>`;
}

function page(...cells: string[]) {
  document.body.innerHTML = `<button id="outside">Outside</button><main>${cells.join("")}</main>`;
}

const find = (name: string) => document.querySelector<HTMLElement>(`[data-cell="${name}"]`);
const main = () => document.querySelector("main") as HTMLElement;
/** The page has told its watchers of what changed. */
const told = () => new Promise<void>((resolve) => queueMicrotask(resolve));

beforeEach(() => {
  selection = createSelection(document);
  page(cell("one", '<input data-param="limit" />'), cell("two", "<textarea></textarea>"), cell("three"));
  stop = selection.watch();
});
afterEach(() => stop());

describe("the cell one is at", () => {
  it("is the one that has the focus, then the one that had it last", () => {
    expect([selection.focused(), selection.current()]).toEqual([null, null]);
    find("two")?.querySelector("button")?.focus();
    expect([selection.focused(), selection.current()]).toEqual(["two", "two"]);
    document.getElementById("outside")?.focus();
    expect([selection.focused(), selection.current()]).toEqual([null, "two"]);
  });

  it("moves to the next and back, and stops at both ends", () => {
    selection.go("one");
    expect(document.activeElement).toBe(find("one"));
    expect([selection.step(1), selection.focused()]).toEqual([true, "two"]);
    expect([selection.step(1), selection.step(1), selection.focused()]).toEqual([true, false, "three"]);
    expect([selection.step(-1), selection.focused()]).toEqual([true, "two"]);
  });

  it("is entered where one writes, else at its first parameter, and left to itself", () => {
    selection.edit("one");
    expect(document.activeElement).toBe(document.querySelector("input"));
    expect([selection.leave(), document.activeElement]).toEqual([true, find("one")]);
    expect(selection.leave()).toBe(false);
    selection.edit("two");
    expect(document.activeElement).toBe(document.querySelector("textarea"));
  });
});

describe("the focus", () => {
  it("goes to a cell as soon as it is drawn, and into its editor as soon as that is there", async () => {
    selection.edit("new");
    expect(selection.focused()).toBeNull();
    main().insertAdjacentHTML("beforeend", cell("new"));
    await told();
    expect(document.activeElement).toBe(find("new"));
    find("new")?.insertAdjacentHTML("beforeend", "<textarea></textarea>");
    await told();
    expect(document.activeElement).toBe(find("new")?.querySelector("textarea"));
  });

  it("goes to the next cell when its own is deleted, and to the one before from the last", async () => {
    find("two")?.querySelector("button")?.focus();
    find("two")?.remove();
    await told();
    expect(document.activeElement).toBe(find("three"));
    find("three")?.remove();
    await told();
    expect(document.activeElement).toBe(find("one"));
  });

  it("stays with its cell when the button that had it goes", async () => {
    find("two")?.querySelector("button")?.focus();
    find("two")?.querySelector("button")?.remove();
    await told();
    expect(document.activeElement).toBe(find("two"));
  });

  it("stays with its cell when that gets another name and the field of it goes", async () => {
    const field = document.querySelector("input");
    field?.focus();
    if (find("one")) (find("one") as HTMLElement).dataset.cell = "renamed";
    field?.remove();
    await told();
    expect(document.activeElement).toBe(find("renamed"));
  });

  it("stays with a cell that is moved", async () => {
    find("one")?.focus();
    const moved = find("one");
    if (moved) main().append(moved);
    await told();
    expect(document.activeElement).toBe(find("one"));
  });
});
