/** A class of a selector, its escapes included; or what stands in brackets. */
const CLASS = /\.((?:\\[0-9a-f]{1,6}\s?|\\.|[\w-]|[^\0-\x7f])+)|\[(?:"[^"]*"|'[^']*'|[^\]])*\]/gi;

function unescaped(name: string): string {
  return name.replace(/\\(?:([0-9a-f]{1,6})\s?|(.))/gi, (_, hex: string | undefined, sign: string) =>
    hex === undefined ? sign : String.fromCodePoint(Number.parseInt(hex, 16)),
  );
}

/** A style sheet with each selector changed; what stands in strings, declarations and at-rules stays. */
function withSelectors(styles: string, change: (selector: string) => string): string {
  const pieces: string[] = [];
  let start = 0;
  for (const { 0: sign, index } of styles.matchAll(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[{};]/gs)) {
    if (sign.length > 1) continue;
    const piece = styles.slice(start, index);
    pieces.push(sign === "{" && !piece.trimStart().startsWith("@") ? change(piece) : piece, sign);
    start = index + 1;
  }
  return pieces.join("") + styles.slice(start);
}

/** The selector with each class changed; what stands in brackets stays. */
function withClasses(selector: string, change: (name: string) => string): string {
  return selector.replace(CLASS, (part, name: string | undefined) =>
    name === undefined ? part : change(unescaped(name)),
  );
}

/** "a" to "z", then "aa". */
function letters(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

/** What elements can be told by that are all of one tag, and the only ones of it without a class; it counts as much. */
function bareSelector(page: Element, elements: readonly Element[], classed: ReadonlySet<Element>): string | null {
  const tag = elements[0]?.tagName.toLowerCase() ?? "";
  const alone = elements.every((element) => element.tagName.toLowerCase() === tag);
  const others = [...page.querySelectorAll(tag)];
  return alone && others.every((element) => classed.has(element)) ? `:where(${tag}):not([class])` : null;
}

/**
 * Gives elements that have the same classes one short class instead, and drops those that no rule is about; gives the
 * style sheet that is about these. A page of tables is mostly the names of its classes else.
 */
export function shortClasses(page: Element, styles: string): string {
  const ruled = new Set<string>();
  withSelectors(styles, (selector) =>
    withClasses(selector, (name) => {
      ruled.add(name);
      return "";
    }),
  );
  const alike = new Map<string, Element[]>();
  for (const element of [page, ...page.querySelectorAll("[class]")]) {
    const kept = [...new Set(element.classList)].filter((name) => ruled.has(name)).sort();
    element.removeAttribute("class");
    if (kept.length === 0) continue;
    const key = kept.join(" ");
    const same = alike.get(key);
    if (same) same.push(element);
    else alike.set(key, [element]);
  }
  const classed = new Set([...alike.values()].flat());
  const shorts = new Map<string, string[]>();
  const commonest = [...alike].sort(([, a], [, b]) => b.length - a.length);
  for (const [index, [key, elements]] of commonest.entries()) {
    const bare = index === 0 ? bareSelector(page, elements, classed) : null;
    const short = letters(index);
    if (bare === null) for (const element of elements) element.setAttribute("class", short);
    for (const name of key.split(" ")) shorts.set(name, [...(shorts.get(name) ?? []), bare ?? `.${short}`]);
  }
  return withSelectors(styles, (selector) =>
    withClasses(selector, (name) => {
      const now = shorts.get(name) ?? [];
      return now.length === 1 ? (now[0] ?? "") : now.length === 0 ? ":not(*)" : `:is(${now.join()})`;
    }),
  );
}
