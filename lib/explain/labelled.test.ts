import { describe, expect, it } from "vitest";
import { tell, textTable } from "@/lib/std/testing/tell";
import { toBook } from "./book";
import { labelledSet, mentionsOf, sentenceText } from "./testing/labelled/labelled-set";
import { MUTATIONS, mutated } from "./testing/labelled/mutations";
import { seeded } from "./testing/labelled/random";
import { verifyText } from "./verify";

const SEED = 20_261_123;
const Z = 1.96;

/** Wilson's interval of a share at 95%. */
function wilson(hits: number, of: number): readonly [number, number] {
  const p = hits / of;
  const middle = (p + (Z * Z) / (2 * of)) / (1 + (Z * Z) / of);
  const half = (Z / (1 + (Z * Z) / of)) * Math.sqrt((p * (1 - p)) / of + (Z * Z) / (4 * of * of));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

const percent = (share: number) => `${(100 * share).toFixed(2)}%`;

function row(name: string, hits: number, of: number) {
  const [low, high] = wilson(hits, of);
  return { what: name, found: hits, of, share: percent(hits / of), "95% from": percent(low), to: percent(high) };
}

const texts = labelledSet(SEED);
const sentences = texts.flatMap(({ world, sentences: all }) => {
  const book = toBook(world);
  return all.map((parts) => ({ parts, book, text: sentenceText(parts, world.locale) }));
});

describe("the labelled set", () => {
  it("is large and various", () => {
    const mentions = sentences.reduce((sum, { parts }) => sum + mentionsOf(parts), 0);
    tell(`Labelled set: ${texts.length} texts, ${sentences.length} sentences, ${mentions} mentions.`);
    expect(texts.length).toBeGreaterThanOrEqual(300);
    expect(mentions).toBeGreaterThanOrEqual(1200);
    expect(new Set(sentences.map(({ text }) => text)).size).toBeGreaterThan(0.95 * sentences.length);
  });

  it("is accepted where it is accurate: at most 2% false alarms", () => {
    const alarms = sentences.flatMap(({ text, book }) => {
      const verdict = verifyText(text, book);
      return verdict.ok ? [] : [`${text}  [${verdict.fault.kind}: ${verdict.fault.message}]`];
    });
    tell(textTable([row("false alarms", alarms.length, sentences.length)]));
    expect(alarms.length / sentences.length, alarms.slice(0, 10).join("\n")).toBeLessThanOrEqual(0.02);
  });

  it("is refused where one number was made wrong: recall at least 99%, each kind at least 95%", () => {
    const random = seeded(SEED + 1);
    const missed: string[] = [];
    const rows = MUTATIONS.map((mutation) => {
      let [found, all] = [0, 0];
      for (const { parts, book } of sentences) {
        const wrong = mutated(parts, mutation, book.payload.locale, random);
        if (!wrong) continue;
        const text = sentenceText(wrong, book.payload.locale);
        all += 1;
        if (verifyText(text, book).ok)
          missed.push(`${mutation}: ${text}  <- ${sentenceText(parts, book.payload.locale)}`);
        else found += 1;
      }
      return row(mutation, found, all);
    });
    const [found, of] = [rows.reduce((sum, each) => sum + each.found, 0), rows.reduce((sum, each) => sum + each.of, 0)];
    tell(textTable([...rows, row("all", found, of)]));
    expect(found / of, missed.slice(0, 10).join("\n")).toBeGreaterThanOrEqual(0.99);
    for (const { what, found: hits, of: tried } of rows) expect(hits / tried, what).toBeGreaterThanOrEqual(0.95);
  });
});
