const ASCII = "0123456789";

/** Digits of other scripts, full-width forms and printed signs, and what each stands for. */
const SIGNS: readonly (readonly [string, string])[] = [
  ["０１２３４５６７８９", ASCII],
  ["०१२३४५६७८९", ASCII],
  ["٠١٢٣٤٥٦٧٨٩", ASCII],
  ["۰۱۲۳۴۵۶۷۸۹", ASCII],
  ["০১২৩৪৫৬৭৮৯", ASCII],
  ["．，－＋（）％／：　＄￥", ".,-+()%/: $¥"],
  ["−–‑٪", "---%"],
  ["\u00A0\u2007\u2009\u202F", "    "],
];

/** Letters to replace, and at the same places what they stand for: the arguments of SQL's `translate`. */
export const WRITTEN = SIGNS.map(([written]) => written).join("");
export const MEANT = SIGNS.map(([, meant]) => meant).join("");

const MEANING = new Map([...WRITTEN].map((letter, index) => [letter, MEANT[index] ?? letter]));

/** A text with every digit, mark and blank in its plain form. */
export function plainDigits(text: string): string {
  return /^[ -~]*$/.test(text) ? text : text.replace(/[^ -~]/gu, (letter) => MEANING.get(letter) ?? letter);
}
