// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { leanDrawings, ungroup } from "./lean-drawings";

test("a drawing keeps what is seen and said of it, and nothing else", () => {
  const page = document.createElement("div");
  page.innerHTML = `<svg width="100.123456"><title></title><desc></desc><g tabindex="-1"></g><g font-size="12.5"><g><g><path name="undefined" x="1" width="2" fill="red" data-recharts-item-id="_r_" d="M182.2188,80L 221.63764,80A 2,2,0,0,1,
        223.6376,82"></path></g></g></g><g><title>January: 0.50</title><rect data-strength="3" x="10.005678" y="1e-7" fill="red"></rect></g><text fill="red}*{color:red">x</text></svg><p data-value="1.23456789">1.23456789</p>`;
  expect(leanDrawings(page)).toBe(".look-0{font-size:12.5px}\n.look-1{fill:red}");
  ungroup(page);
  expect(page.innerHTML).toBe(
    `<svg width="100.12"><g class="look-0"><path d="M182.22,80L 221.64,80A 2,2,0,0,1, 223.64,82" class="look-1"></path></g><g><title>January: 0.50</title><rect x="10.01" y="1e-7" class="look-1"></rect></g><text fill="red}*{color:red">x</text></svg><p data-value="1.23456789">1.23456789</p>`,
  );
});
