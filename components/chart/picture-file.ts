import type { SavedPicture } from "./saved-picture";

/** Dots a pixel of the page becomes in each direction. */
const SCALE = 2;
const FAMILY = "Inter Variable";

function isFace(rule: CSSRule): rule is CSSFontFaceRule {
  return rule instanceof CSSFontFaceRule;
}

/** The faces of the interface's typeface that the page uses, as rules that carry their file: a picture loads none. */
async function ownFaces(signal: AbortSignal): Promise<string> {
  const used = new Set(
    [...document.fonts]
      .filter((face) => face.family.includes(FAMILY) && face.status === "loaded")
      .map((face) => face.unicodeRange),
  );
  const rules = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter(isFace)
    .filter(
      (rule) =>
        rule.style.getPropertyValue("font-family").includes(FAMILY) &&
        used.has(rule.style.getPropertyValue("unicode-range")),
    );
  const texts = rules.map(async (rule) => {
    const address = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue("src"))?.[1];
    if (!address) return "";
    const answer = await fetch(new URL(address, rule.parentStyleSheet?.href ?? document.baseURI), { signal });
    return rule.cssText.replace(/src:[^;]+;/, `src: url("${await dataUrl(await answer.blob())}") format("woff2");`);
  });
  return (await Promise.all(texts)).join("");
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

/** The picture as it is, to be opened in any browser or drawing program. */
export function svgFile({ text }: SavedPicture): Blob {
  return new Blob([text], { type: "image/svg+xml;charset=utf-8" });
}

/** The picture as dots, two for each pixel of the page. Rejects where the browser cannot draw it. */
export async function pngFile(picture: SavedPicture, { signal }: { signal: AbortSignal }): Promise<Blob> {
  const style = `<style>${await ownFaces(signal)}</style>`;
  const address = URL.createObjectURL(
    svgFile({ ...picture, text: picture.text.replace("</title>", `</title>${style}`) }),
  );
  try {
    const image = new Image(picture.width, picture.height);
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = picture.width * SCALE;
    canvas.height = picture.height * SCALE;
    const context = canvas.getContext("2d");
    context?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    if (!context || !blob) throw new Error("The browser made no picture of the chart.");
    return blob;
  } finally {
    URL.revokeObjectURL(address);
  }
}
