import { tooLarge, unreadable } from "../report-error";

/** The first of the letters that stand for phrases; nobody writes them. */
const FIRST = 0xe000;
const LETTERS = /[\ue000-\uf8ff]/g;

/** Phrases that reports of one version have in common, and letters that stand for them. */
export interface Phrases {
  /** A text of JSON with its phrases as letters. */
  shorten(json: string): string;
  /** The text again. Throws ReportError when it would be longer than `most` characters. */
  lengthen(text: string, most: number): string;
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");

/** The phrases of a list, at most 6,400; the place of each in the list is part of every link written with it. */
export function phrasesOf(list: readonly string[]): Phrases {
  const letters = new Map(list.map((phrase, at) => [phrase, String.fromCharCode(FIRST + at)]));
  const longestFirst = [...list].sort((a, b) => b.length - a.length);
  const any = new RegExp(longestFirst.map(escaped).join("|"), "g");
  return {
    shorten(json) {
      const plain = json.replace(LETTERS, (letter) => `\\u${letter.charCodeAt(0).toString(16)}`);
      return plain.replace(any, (phrase) => letters.get(phrase) ?? phrase);
    },
    lengthen(text, most) {
      let length = text.length;
      return text.replace(LETTERS, (letter) => {
        const phrase = list[letter.charCodeAt(0) - FIRST];
        if (phrase === undefined) throw unreadable();
        length += phrase.length;
        if (length > most) throw tooLarge();
        return phrase;
      });
    },
  };
}
