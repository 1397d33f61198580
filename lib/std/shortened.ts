const MOST = 72;
const END = 16;

/** A text of at most 72 characters as a person counts them: a longer one keeps its beginning and its end. */
export function shortened(text: string): string {
  if (text.length <= MOST) return text;
  const characters = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
  if (characters.length <= MOST) return text;
  const begin = characters
    .slice(0, MOST - END - 1)
    .join("")
    .trimEnd();
  return `${begin}\u2026${characters.slice(-END).join("").trimStart()}`;
}
