import { identifier } from "./literal";
import { sqlPlaces } from "./sql-places";
import { rewritten } from "./sql-tokens";
import { writtenName } from "./written-name";

/**
 * The text with the table `from` called `to` wherever it is read as a table or named before a dot; what stood in
 * quotes stays in quotes. Columns, `$names` and parts of WITH that happen to have the same name stay as they are.
 */
export function renamedIn(text: string, from: string, to: string): string {
  const places = sqlPlaces(text).filter(({ name, hidden }) => name === from.toLowerCase() && !hidden);
  const isAlias = places.some(({ role }) => role === "alias");
  const named = places.filter(({ role }) => role === "table" || (role === "qualifier" && !isAlias));
  const starts = new Set(named.map(({ start }) => start));
  return rewritten(text, ({ kind, start }) => {
    if (!starts.has(start)) return null;
    return kind === "name" ? identifier(to) : writtenName(to);
  });
}
