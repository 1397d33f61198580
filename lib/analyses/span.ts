import { shortened } from "@/lib/std/shortened";
import type { Answer, Span } from "./analysis";

/** A piece of a sentence, as template: plain text with decisive words between; `` sentence`${strong("Rice")} leads.` `` */
export function sentence(texts: TemplateStringsArray, ...pieces: readonly (Span | string)[]): Answer {
  return texts.flatMap((text, index) => {
    const piece = pieces[index];
    const spans: Span[] = text === "" ? [] : [plain(text)];
    if (piece === undefined || piece === "") return spans;
    return [...spans, typeof piece === "string" ? plain(shortened(piece)) : piece];
  });
}

export function strong(text: string): Span {
  return { text: shortened(text), strong: true };
}

function plain(text: string): Span {
  return { text, strong: false };
}

/** Who is first: "Rice", "Rice and Tea", "Rice and others". The first rows are the largest; `measure` tells ties. */
export function leadersOf<T>(
  rows: readonly T[],
  name: (row: T) => string | null,
  measure: (row: T) => unknown,
): string[] {
  const [first] = rows;
  if (first === undefined) return [];
  const tied = rows.filter((row) => measure(row) === measure(first)).map((row) => shortened(name(row) ?? ""));
  return tied.length > 2 ? [tied[0] ?? "", "others"] : tied;
}

/** "product" for one and for one less than none, "products" for any other count. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return Math.abs(count) === 1 ? one : many;
}
