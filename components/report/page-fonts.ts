/** A face as both a style sheet and the browser's list of loaded faces name it. */
function faceKey(family: string, range: string, style: string): string {
  return [family.replace(/["']/g, ""), range.replace(/\s+/g, "").toUpperCase(), style].join("|");
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

/** The faces this page has loaded, as rules that hold their files; those that cannot be fetched are left to the reader's own. */
export async function pageFonts(): Promise<string> {
  const loaded = new Set(
    [...document.fonts]
      .filter(({ status }) => status === "loaded")
      .map(({ family, unicodeRange, style }) => faceKey(family, unicodeRange, style)),
  );
  const faces = [...document.styleSheets]
    .flatMap((sheet) => facesOf(sheet.cssRules))
    .filter(({ style }) => {
      const [family, range, slant] = ["font-family", "unicode-range", "font-style"].map((name) =>
        style.getPropertyValue(name),
      );
      return loaded.has(faceKey(family ?? "", range ?? "", slant || "normal"));
    });
  const rules = await Promise.all(faces.map((face) => embedded(face).catch(() => "")));
  return rules.filter((rule) => rule !== "").join("\n");
}
