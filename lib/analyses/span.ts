import type { Answer, Span } from "./analysis";

/** A piece of a sentence, as template: plain text with decisive words between; `` sentence`${strong("Rice")} leads.` `` */
export function sentence(texts: TemplateStringsArray, ...pieces: readonly (Span | string)[]): Answer {
  return texts.flatMap((text, index) => {
    const piece = pieces[index];
    const spans: Span[] = text === "" ? [] : [plain(text)];
    if (piece === undefined || piece === "") return spans;
    return [...spans, typeof piece === "string" ? plain(piece) : piece];
  });
}

export function strong(text: string): Span {
  return { text, strong: true };
}

function plain(text: string): Span {
  return { text, strong: false };
}

/** "1 product", "12 products". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return count === 1 ? one : many;
}
