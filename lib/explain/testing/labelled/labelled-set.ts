import type { Payload } from "../../payload";
import { ENGLISH_DERIVED, ENGLISH_FIGURES } from "./english";
import { GERMAN_SENTENCES } from "./german";
import { type Random, seeded } from "./random";
import { type Part, toScene } from "./scene";
import { madeWorld, PLACES } from "./world";
import { written } from "./writings";

export interface LabelledText {
  world: Payload;
  sentences: readonly (readonly Part[])[];
}

/** The text of a part as it stands in the sentence. */
export function partText(part: Part, locale: string): string {
  if (typeof part === "string") return part;
  return part.kind === "number" ? (part.spelled ?? written(part.writing, locale)) : part.text;
}

export function sentenceText(parts: readonly Part[], locale: string): string {
  return parts.map((part) => partText(part, locale)).join("");
}

const TEXTS_A_PLACE = 110;
const TEXTS_A_WORLD = 10;

function sentencesOf(world: Payload, random: Random, isGerman: boolean): Part[][] {
  const forms = isGerman
    ? [GERMAN_SENTENCES, GERMAN_SENTENCES, GERMAN_SENTENCES]
    : [ENGLISH_FIGURES, ENGLISH_FIGURES, ENGLISH_DERIVED];
  return forms.map((form) => random.pick(form)(toScene(world, random, isGerman ? "de" : "en")));
}

/** Accurate texts of three sentences each: 110 a place, the German place half in German. Same seed, same texts. */
export function labelledSet(seed: number): LabelledText[] {
  const random = seeded(seed);
  return PLACES.flatMap((place) => {
    let world = madeWorld(place, random);
    return Array.from({ length: TEXTS_A_PLACE }, (_, at) => {
      if (at % TEXTS_A_WORLD === 0) world = madeWorld(place, random);
      return { world, sentences: sentencesOf(world, random, place.locale === "de-DE" && at % 2 === 1) };
    });
  });
}

/** Numbers and dates of a sentence. */
export function mentionsOf(parts: readonly Part[]): number {
  return parts.filter((part) => typeof part !== "string" && (part.kind === "number" || part.kind === "date")).length;
}
