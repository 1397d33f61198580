/** The longest name that leaves the browser. */
export const NAME_LENGTH = 60;

const CONTROL = /\p{Cc}|\p{Cf}|\p{Co}|\p{Cs}|\p{Cn}|\p{Zl}|\p{Zp}|\u115f|\u1160|\u3164|[\ufe00-\ufe0f]/gu;

/** A name as it may leave: NFKC, without control, zero-width and bidi characters, one line, at most 60 characters. */
export function cleanName(name: string): string {
  const line = name.normalize("NFKC").replace(/\s+/gu, " ").replace(CONTROL, "").normalize("NFKC");
  const kept = [...line.replace(/ +/g, " ").trim()].slice(0, NAME_LENGTH).join("").trim();
  return kept === "" ? "(no name)" : kept;
}
