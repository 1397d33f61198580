/** What a paste carries, as the browser hands it over. */
export interface Pasted {
  text: string;
  files: readonly File[];
}

const DELIMITERS = ["\t", ",", ";", "|"];

/** True for text of at least two lines that are cut alike into at least two fields. */
export function isTableText(text: string): boolean {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== "");
  if (lines.length < 2) return false;
  const [head, first] = lines;
  return DELIMITERS.some((delimiter) => {
    const fields = (line = "") => line.split(delimiter).length;
    return fields(head) > 1 && fields(head) === fields(first);
  });
}

/** "Pasted table", "Pasted table 2": a name no other file here has. */
function freeName(taken: readonly string[]): string {
  const base = "Pasted table";
  if (!taken.includes(base)) return base;
  let copy = 2;
  while (taken.includes(`${base} ${copy}`)) copy += 1;
  return `${base} ${copy}`;
}

/**
 * The files of a paste: a table written as text becomes one, files are taken as they are. Spreadsheets put a picture of the
 * cells beside their text, so the text goes first. Nothing when the paste is neither.
 */
export function pastedFiles({ text, files }: Pasted, taken: readonly string[]): File[] {
  if (isTableText(text)) return [new File([text], freeName(taken), { type: "text/plain" })];
  return [...files];
}
