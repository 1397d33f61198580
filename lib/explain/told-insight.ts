import type { Book } from "./book";
import type { Metric, PayloadInsight } from "./payload";

/** Sentences with placeholders, before they are verified. */
export interface Told {
  explanation: readonly (string | null)[];
  guidance: readonly (string | null)[];
}

/** A sentence, or null when one of its figures is not there. */
export function told(texts: TemplateStringsArray, ...parts: readonly (string | null | undefined)[]): string | null {
  let text = texts[0] ?? "";
  for (const [at, part] of parts.entries()) {
    if (part === null || part === undefined) return null;
    text += part + (texts[at + 1] ?? "");
  }
  return text;
}

/** Looks up the figures of an insight by label. */
export interface Figures {
  /** "{{P1}}", or null of the whole shop. */
  about: string | null;
  /** "{{m3}}", or null. */
  of(label: string, unit?: Metric["unit"]): string | null;
  value(label: string, unit?: Metric["unit"]): number | null;
  /** "{{change m1 m2}}" of two figures by label; null where it cannot be computed. */
  change(now: string, before: string): string | null;
  /** All of a label, in order. */
  all(label: string): readonly Metric[];
  /** "unit" or "units". */
  noun(label: string, one: string): string | null;
}

export function toFigures(insight: PayloadInsight, book: Book): Figures {
  const metrics = insight.metrics.flatMap((id) => book.metrics.get(id) ?? []);
  const find = (label: string, unit?: Metric["unit"]) =>
    metrics.find((metric) => metric.label === label && (unit === undefined || metric.unit === unit)) ?? null;
  const value = (label: string, unit?: Metric["unit"]) => {
    const found = find(label, unit);
    return found ? Number(found.value) : null;
  };
  return {
    about: insight.of === null ? null : `{{${insight.of}}}`,
    of(label, unit) {
      const found = find(label, unit);
      return found ? `{{${found.id}}}` : null;
    },
    value,
    change(now, before) {
      const [a, b] = [find(now), find(before)];
      return a && b && Number(b.value) > 0 ? `{{change ${a.id} ${b.id}}}` : null;
    },
    all: (label) => metrics.filter((metric) => metric.label === label),
    noun: (label, one) => (find(label) ? (value(label) === 1 ? one : `${one}s`) : null),
  };
}
