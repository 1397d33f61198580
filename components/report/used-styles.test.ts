// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { isUsed } from "./used-styles";

test("a rule is used when an element falls under one of its selectors, of its own or before and behind it", () => {
  const page = document.createElement("div");
  page.innerHTML = `<p class="a"><b>x</b></p>`;
  for (const used of ["*, ::before, ::after", ".none, p::before", "::placeholder", "p:is(.a, .b) > b", ".a"])
    expect(isUsed(used, page), used).toBe(true);
  for (const unused of [".none", "p > i, .b::before", "::-webkit-scrollbar(", "q:is(p, .a)"])
    expect(isUsed(unused, page), unused).toBe(false);
});
