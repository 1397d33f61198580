/** What a spreadsheet would run as a formula, also in full-width forms and behind blanks. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** True for text that a spreadsheet may run when it opens a file of text. */
export function looksLikeFormula(text: string): boolean {
  return FORMULA.test(text);
}

/** Text that no spreadsheet runs: an apostrophe stands before what looks like a formula. Not for numbers. */
export function inertText(text: string): string {
  return looksLikeFormula(text) ? `'${text}` : text;
}

/** One field of a CSV file: quoted where RFC 4180 asks for it. */
export function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
