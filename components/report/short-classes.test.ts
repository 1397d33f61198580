// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { shortClasses } from "./short-classes";

function pageOf(html: string): HTMLElement {
  const page = document.createElement("div");
  page.innerHTML = html;
  return page;
}

const classes = (page: HTMLElement) => [...page.querySelectorAll("*")].map((each) => each.getAttribute("class"));

test("elements of the same classes share a short one, and every rule is about the same elements as before", () => {
  const page = pageOf(
    `<p class="pt-1.5 cell"></p><p class="cell pt-1.5 unruled"></p><i class="cell"></i><b class="own"></b><p></p><u class="max-w-[62.5ch]"></u>`,
  );
  const styles = `@layer utilities {.pt-1\\.5 { padding: .375rem; }
.cell:first-child > .cell, .\\@md\\:w-4 { width: calc(1.5rem * .5); }}
@media (width >= 40rem) {[data-a=".cell"] .cell::before { content: ".cell {"; }}
.max-w-\\[62\\.5ch\\], .pt-1\\.5[data-b="x].cell"] { max-width: 62.5ch; }
@font-face{src:url(data:font/woff2;base64,a.b==)}`;
  expect(shortClasses(page, styles)).toBe(`@layer utilities {.a { padding: .375rem; }
:is(.a,.b):first-child > :is(.a,.b), :not(*) { width: calc(1.5rem * .5); }}
@media (width >= 40rem) {[data-a=".cell"] :is(.a,.b)::before { content: ".cell {"; }}
.c, .a[data-b="x].cell"] { max-width: 62.5ch; }
@font-face{src:url(data:font/woff2;base64,a.b==)}`);
  expect(classes(page)).toEqual(["a", "a", "b", null, null, "c"]);
});

test("the commonest elements need no class where they are the only ones of their tag without one", () => {
  const page = pageOf(`<i class="cell"></i><i class="cell"></i><i class="cell own"></i><b class="own"></b>`);
  expect(shortClasses(page, ".cell{order:1}.own{order:2}")).toBe(
    ":is(:where(i):not([class]),.b){order:1}:is(.b,.c){order:2}",
  );
  expect(classes(page)).toEqual([null, null, "b", "c"]);
  const root = pageOf("<div></div>");
  root.className = "cell";
  expect(shortClasses(root, ".cell{order:1}")).toBe(".a{order:1}");
  expect(root.className).toBe("a");
});

test("there are more short classes than letters", () => {
  const names = Array.from({ length: 30 }, (_, at) => `name-${at}`);
  const page = pageOf(`<p></p>${names.map((name) => `<p class="${name}"></p>`).join("")}`);
  const styles = shortClasses(page, names.map((name) => `.${name}{order:1}`).join(""));
  expect(new Set(classes(page)).size).toBe(31);
  expect(classes(page).slice(26, 29)).toEqual(["z", "aa", "ab"]);
  expect(styles.startsWith(".a{order:1}.b{order:1}")).toBe(true);
});
