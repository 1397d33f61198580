import { quoteLiteral } from "@/lib/query/literal";
import { MEANT, WRITTEN } from "./digits";
import { ENDING_PATTERN, EXPONENT_PATTERN, GAP_CLASS, MONEY_PATTERN, NUMBER_PATTERN } from "./numbers";
import type { DecimalMark } from "./plan";
import { UNIT_PATTERN } from "./units";

const pattern = (text: string) => quoteLiteral(text);

/** A text with every digit, mark and blank in its plain form, as SQL. */
export function plainDigitsSql(text: string): string {
  return `translate(${text}, ${quoteLiteral(WRITTEN)}, ${quoteLiteral(MEANT)})`;
}

/**
 * The number in a text as SQL, null when it is none. Plain numbers take the engine's own road; signs, codes and words of
 * money, digits of other scripts, marks of thousands, brackets and a minus behind it are taken off only where that fails.
 */
export function numberSql(text: string, type: string, mark: DecimalMark): string {
  return readSql(text, { type, mark, plain: plainSql(text) });
}

/** The same for a quantity, which may have a unit behind it: "3 Nos". */
export function countSql(text: string, type: string, mark: DecimalMark): string {
  const plain = String.raw`regexp_replace(${plainSql(text)}, ${pattern(UNIT_PATTERN)}, '\1')`;
  return readSql(text, { type, mark, plain });
}

const plainSql = (text: string) => `trim(lower(${plainDigitsSql(text)}), ${TRIMMED})`;

function readSql(text: string, { type, mark, plain }: { type: string; mark: DecimalMark; plain: string }): string {
  const pointed = mark === "point" ? plain : `translate(${plain}, ',.', '.,')`;
  const ended = `regexp_replace(regexp_replace(${pointed}, '^''', ''), ${pattern(ENDING_PATTERN)}, '')`;
  const spaced = `trim(regexp_replace(${ended}, ${pattern(MONEY_PATTERN)}, ' ', 'g'), ${TRIMMED})`;
  const signed = String.raw`regexp_replace(${spaced}, '\s*([()+-])\s*', '\1', 'g')`;
  const bare = `regexp_replace(${signed}, ${pattern(GAP_CLASS)}, ',', 'g')`;
  const read = `case
    when regexp_matches(n, ${pattern(EXPONENT_PATTERN)}) then try_cast(n as ${type})
    when regexp_matches(n, ${pattern(NUMBER_PATTERN)}) and regexp_matches(n, '[0-9]') then try_cast(
      (case when regexp_matches(n, '[(-]') then '-' else '' end) || regexp_replace(n, '[^0-9.]', '', 'g') as ${type})
    end`;
  const patient = `list_transform([${bare}], lambda n: ${read})[1]`;
  return mark === "point" ? `coalesce(try_cast(${text} as ${type}), ${patient})` : patient;
}

/** The share in a text as SQL, 0.1 for "10%"; numbers without the sign are divided by `unit` (1 or 100). */
export function shareSql(text: string, type: string, mark: DecimalMark, unit: number): string {
  const marked = `suffix(trim(${plainDigitsSql(text)}, ${TRIMMED}), '%')`;
  const number = numberSql(`rtrim(${plainDigitsSql(text)}, ${TRIMMED} || '%')`, "decimal(18, 6)", mark);
  return `try_cast((${number}) / (case when ${marked} then 100 else ${unit} end) as ${type})`;
}

/** Blanks the engine's own `trim` leaves: tab, line ends, the blank that does not break. */
export const TRIMMED = "concat(' ', chr(9), chr(10), chr(13), chr(160), chr(8239))";

/** Matches a text with such blanks at an end. */
export const PADDED_PATTERN = String.raw`^[\s\x{A0}\x{202F}]|[\s\x{A0}\x{202F}]$`;

/** True where a number has more decimals than are kept, other than zeros; cheap for short texts. */
export function roundedSql(text: string, decimals: number, mark: DecimalMark): string {
  const point = mark === "point" ? "." : ",";
  return `(length(${text}) > ${decimals + 2} and regexp_matches(${text}, '[${point}][0-9]{${decimals}}[0-9]*[1-9]'))`;
}
