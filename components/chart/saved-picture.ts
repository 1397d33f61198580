import { wrap } from "./place-labels";

/** What stands around a chart that is saved: all text, nothing of the page. */
export interface PictureWords {
  title: string;
  /** As of when; "" where no day is known. */
  below: string;
}

const SVG = "http://www.w3.org/2000/svg";
const FONTS = '"Inter Variable", Inter, "Helvetica Neue", Arial, sans-serif';
const MARGIN = 24;
const TITLE_LINE = 22;
const SMALL_LINE = 17;
/** Narrower than this, a title has no room. */
const LEAST_WIDTH = 240;

/** Parts of the page that are no part of the picture: what points at a point for a moment. */
const PASSING = "[data-marker], .recharts-tooltip-cursor, .recharts-active-dot";
const KEPT_ATTRIBUTES = new Set(["clip-path", "id", "viewBox"]);
const PAGE_ATTRIBUTES = /^(class|style|role|tabindex|aria-.*|data-.*|focusable)$/;

/** Colours of the light theme as "#rrggbb", from whatever a style sheet says: variables, mixtures, names. */
function lightColours(): { of: (value: string) => string; end: () => void } {
  const probe = document.createElement("span");
  probe.dataset.theme = "light";
  probe.style.cssText = "position:absolute;visibility:hidden";
  document.body.append(probe);
  return {
    of(value) {
      probe.style.color = "";
      probe.style.color = value;
      return hexColour(getComputedStyle(probe).color) ?? value;
    },
    end: () => probe.remove(),
  };
}

/** "rgb(11, 92, 107)" and "color(srgb 0.04 0.36 0.42)" as "#0b5c6b"; null for what is not a colour. */
export function hexColour(computed: string): string | null {
  const numbers =
    computed
      .match(/[\d.]+(e-?\d+)?/g)
      ?.slice(0, 3)
      .map(Number) ?? [];
  if (numbers.length < 3) return null;
  const scale = computed.startsWith("color(") ? 255 : 1;
  return `#${numbers
    .map((part) =>
      Math.round(part * scale)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

/** Makes a copy of a chart's picture that needs no style sheet. */
function standingAlone(svg: SVGSVGElement, colour: (value: string) => string): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  for (const passing of copy.querySelectorAll(PASSING)) passing.remove();
  for (const element of [copy, ...copy.querySelectorAll("*")]) {
    for (const { name, value } of [...element.attributes]) {
      if (KEPT_ATTRIBUTES.has(name)) continue;
      if (PAGE_ATTRIBUTES.test(name)) element.removeAttribute(name);
      else if (/var\(|color-mix\(/.test(value)) element.setAttribute(name, colour(value));
    }
  }
  return copy;
}

function shape(name: string, attributes: Record<string, string | number>, text = ""): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.textContent = text;
  return element;
}

/** The pictures of a figure: the chart and its key, each once. */
function picturesOf(figure: HTMLElement): SVGSVGElement[] {
  return [...figure.querySelectorAll("svg")].filter((svg) => !svg.parentElement?.closest("svg"));
}

export interface SavedPicture {
  /** A whole SVG document: no style sheet, no script, nothing from elsewhere. */
  text: string;
  width: number;
  height: number;
}

/** The chart of a figure as a picture of its own, in the light theme: title, chart, key, what is left out, and as of when. */
export function savedPicture(figure: HTMLElement, words: PictureWords): SavedPicture {
  const colours = lightColours();
  const ink = colours.of("var(--ink)");
  const faint = colours.of("var(--faint)");
  const pictures = picturesOf(figure).map((svg) => standingAlone(svg, colours.of));
  const sizes = pictures.map((svg) => ({
    width: Number(svg.getAttribute("width")),
    height: Number(svg.getAttribute("height")),
  }));
  const room = Math.max(LEAST_WIDTH, ...sizes.map((size) => size.width));
  const width = room + 2 * MARGIN;
  const root = shape("svg", { xmlns: SVG, "font-family": FONTS, "font-size": 13 });
  const paper = shape("rect", { width: "100%", height: "100%", fill: colours.of("var(--paper)") });
  root.append(shape("title", {}, words.title), paper);
  let y = MARGIN;
  const write = (text: string, size: number, line: number, look: Record<string, string | number>) => {
    for (const part of wrap(text, room, size)) {
      root.append(shape("text", { x: MARGIN, y: y + size, "font-size": size, ...look }, part));
      y += line;
    }
  };
  write(words.title, 16, TITLE_LINE, { "font-weight": 600, fill: ink });
  y += 10;
  pictures.forEach((svg, index) => {
    svg.setAttribute("x", String(MARGIN));
    svg.setAttribute("y", String(y));
    y += (sizes[index]?.height ?? 0) + 8;
    root.append(svg);
  });
  y += 6;
  // What the chart leaves out stands under it on the page, and so it does here.
  const note = figure.querySelector("[data-slot=chart-note]")?.textContent ?? "";
  for (const text of [note, words.below].filter(Boolean)) write(text, 12, SMALL_LINE, { fill: faint });
  const height = Math.ceil(y + MARGIN - 6);
  colours.end();
  for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` })) {
    root.setAttribute(name, String(value));
  }
  return { text: new XMLSerializer().serializeToString(root), width, height };
}
