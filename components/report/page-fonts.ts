/** The letters a page is written in, by family and style. */
type Letters = ReadonlyMap<string, ReadonlySet<number>>;

const bare = (family: string) => family.replace(/["']/g, "").trim();

/** What a page shows, by the first family its style names. */
function lettersOf(page: Element): Letters {
  const letters = new Map<string, Set<number>>();
  const texts = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { parentElement, nodeValue } = texts.currentNode;
    if (!parentElement || parentElement.matches("title, desc, style")) continue;
    const { fontFamily, fontStyle } = getComputedStyle(parentElement);
    const key = `${bare(fontFamily.split(",")[0] ?? "")}|${fontStyle}`;
    const known = letters.get(key) ?? new Set();
    for (const letter of nodeValue ?? "") known.add(letter.codePointAt(0) ?? 0);
    letters.set(key, known);
  }
  return letters;
}

/** "U+0-FF, U+131" as pairs of its first and last letters; one for all without a range. */
function rangesOf(range: string): [first: number, last: number][] {
  const parts = [...range.matchAll(/U\+([0-9a-f?]+)(?:-([0-9a-f]+))?/gi)];
  if (parts.length === 0) return [[0, 0x10_ffff]];
  return parts.map(([, first = "", last]) => [
    Number.parseInt(first.replaceAll("?", "0"), 16),
    Number.parseInt(last ?? first.replaceAll("?", "f"), 16),
  ]);
}

/** The faces letters are drawn with: of those that have one the last. */
function usedFaces(faces: readonly CSSFontFaceRule[], letters: Letters): CSSFontFaceRule[] {
  const known = faces.map((face) => ({
    face,
    key: `${bare(face.style.getPropertyValue("font-family"))}|${face.style.getPropertyValue("font-style") || "normal"}`,
    ranges: rangesOf(face.style.getPropertyValue("unicode-range")),
  }));
  const used = new Set<CSSFontFaceRule>();
  for (const [wanted, signs] of letters) {
    const own = known.filter(({ key }) => key === wanted);
    for (const sign of signs) {
      const last = own.findLast(({ ranges }) => ranges.some(([from, to]) => from <= sign && sign <= to));
      if (last) used.add(last.face);
    }
  }
  return [...used];
}

function facesOf(rules: CSSRuleList): CSSFontFaceRule[] {
  return [...rules].flatMap((rule) =>
    rule instanceof CSSFontFaceRule ? [rule] : rule instanceof CSSGroupingRule ? facesOf(rule.cssRules) : [],
  );
}

const SOURCE = /url\(["']?([^"')]+)["']?\)/;

async function embedded(face: CSSFontFaceRule): Promise<string> {
  const path = SOURCE.exec(face.style.getPropertyValue("src"))?.[1];
  if (path === undefined) return "";
  const address = new URL(path, face.parentStyleSheet?.href ?? document.baseURI);
  if (address.origin !== window.location.origin) return "";
  const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  const parts = ["font-family", "font-style", "font-weight", "unicode-range"].flatMap((name) => {
    const value = face.style.getPropertyValue(name);
    return value === "" ? [] : [`${name}:${value}`];
  });
  return `@font-face{${parts.join(";")};src:url(data:font/woff2;base64,${text}) format("woff2")}`;
}

/** The faces a page is written in, as rules that hold their files; those that cannot be fetched are left to the reader's own. */
export async function pageFonts(page: Element): Promise<string> {
  const faces = [...document.styleSheets].flatMap((sheet) => facesOf(sheet.cssRules));
  const rules = await Promise.all(usedFaces(faces, lettersOf(page)).map((face) => embedded(face).catch(() => "")));
  return rules.filter((rule) => rule !== "").join("\n");
}
