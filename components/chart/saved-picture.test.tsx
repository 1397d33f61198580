// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from "vitest";
import { type Mounted, mount } from "@/components/ui/testing/mount";
import { pictureName } from "./picture-name";
import { hexColour, savedPicture } from "./saved-picture";

let page: Mounted | null = null;
afterEach(() => {
  page?.unmount();
  page = null;
});

/** A figure with a chart, its key, its note, and what only the page needs. */
function figure(): HTMLElement {
  page = mount(
    <figure>
      <svg width="300" height="100" className="recharts-surface" aria-hidden="true" style={{ width: "100%" }}>
        <text fill="#1d1b16">Tea & "milk" &lt;b&gt;</text>
        <g className="recharts-tooltip-cursor">
          <line stroke="#8d8778" />
        </g>
        <rect data-marker="" />
        <rect data-strength={11} fill="#0b5c6b" />
      </svg>
      <svg width="300" height="20" data-slot="chart-key" aria-hidden="true">
        <text>Revenue</text>
      </svg>
      <p data-slot="chart-note">The first 15 of 40.</p>
    </figure>,
  );
  return page.one("figure");
}

describe("a saved picture", () => {
  test("holds title, chart, key, what is left out and the day, under each other", () => {
    const { text, width, height } = savedPicture(figure(), { title: "Best sellers", below: "As of 30 Jun 2026" });
    const words = ["Best sellers", "Tea &amp;", "Revenue", "The first 15 of 40.", "As of 30 Jun 2026"];
    const places = words.map((word) => text.indexOf(word));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(width).toBe(348);
    expect(height).toBeGreaterThan(120);
    expect(text).toContain(`width="${width}"`);
    expect(text).toContain('xmlns="http://www.w3.org/2000/svg"');
  });

  test("leaves out what points at a point, and everything a style sheet would be needed for", () => {
    const { text } = savedPicture(figure(), { title: "T", below: "" });
    for (const gone of ["data-", "class=", "style=", "aria-", "recharts", "#8d8778"]) expect(text).not.toContain(gone);
    expect(text).toContain("#0b5c6b");
  });

  test("does not change the chart on the page", () => {
    const shown = figure();
    const before = shown.outerHTML;
    savedPicture(shown, { title: "T", below: "" });
    expect(shown.outerHTML).toBe(before);
  });
});

test("colours are written as every drawing program reads them", () => {
  expect(hexColour("rgb(11, 92, 107)")).toBe("#0b5c6b");
  expect(hexColour("color(srgb 0.5 1 0)")).toBe("#80ff00");
  expect(hexColour("none")).toBeNull();
});

test("a file is named by the title, in any script, without what file systems refuse", () => {
  expect(pictureName("Best sellers", "png")).toBe("Best sellers.png");
  expect(pictureName('a/b: "c"?', "svg")).toBe("a b c.svg");
  expect(pictureName("बिक्री 2026", "svg")).toBe("बिक्री 2026.svg");
  expect(pictureName(" ..", "png")).toBe("chart.png");
});
