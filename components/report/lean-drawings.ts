/** What only the script that drew it reads. */
const DRAWN_BY = /^(tabindex|name|data-)/;
/** What a shape of this kind has no use for. */
const MEANINGLESS: Readonly<Record<string, readonly string[]>> = {
  path: ["x", "y", "cx", "cy", "width", "height"],
  line: ["x", "y", "width", "height", "fill"],
};
const MEASURED = /^(d|points|transform|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|width|height)$/;

/** Lengths to a hundredth of a pixel. */
function rounded(text: string): string {
  return text
    .replace(/-?\d+\.\d{3,}(?!\d*e)/g, (number) => String(Number(Number(number).toFixed(2))))
    .replace(/\s+/g, " ")
    .trim();
}

const LOOK = /^(fill|fill-opacity|stroke|stroke-width|font-size|font-weight|text-anchor)$/;

/** Values that are one declaration and no more. */
const SAID = /^[\w\s.,()%#-]+$/;

/** Attributes that say what a shape looks like as the declarations they stand for. */
function lookOf(element: Element): string {
  const looks = [...element.attributes].filter(({ name, value }) => LOOK.test(name) && SAID.test(value));
  for (const { name } of looks) element.removeAttribute(name);
  return looks
    .map(({ name, value }) => `${name}:${/^[\d.]+$/.test(value) && name === "font-size" ? `${value}px` : value}`)
    .join(";");
}

/**
 * Takes from the drawings of a page what cannot be seen: traces of the script, far digits, groups of nothing. What many
 * shapes look alike in is said once, in the rules given, which count as little as attributes do.
 */
export function leanDrawings(page: ParentNode): string {
  const looks = new Map<string, string>();
  for (const element of page.querySelectorAll("svg, svg *")) {
    const meaningless = MEANINGLESS[element.tagName] ?? [];
    for (const { name, value } of [...element.attributes]) {
      if (DRAWN_BY.test(name) && element.tagName !== "svg") element.removeAttribute(name);
      else if (meaningless.includes(name)) element.removeAttribute(name);
      else if (MEASURED.test(name)) element.setAttribute(name, rounded(value));
    }
    const look = element.tagName === "svg" ? "" : lookOf(element);
    if (look === "") continue;
    const name = looks.get(look) ?? `look-${looks.size}`;
    looks.set(look, name);
    element.classList.add(name);
  }
  const inside = [...page.querySelectorAll("svg *")].reverse();
  for (const element of inside) {
    const empty = element.childNodes.length === 0;
    if (empty && /^(g|title|desc|defs)$/.test(element.tagName)) element.remove();
  }
  return [...looks].map(([look, name]) => `.${name}{${look}}`).join("\n");
}

/** Takes away groups that say nothing of what is in them. A title is the title of its group. */
export function ungroup(page: ParentNode): void {
  for (const element of [...page.querySelectorAll("svg g")].reverse()) {
    const titled = [...element.children].some(({ tagName }) => tagName === "title");
    if (element.attributes.length === 0 && !titled) element.replaceWith(...element.childNodes);
  }
}
