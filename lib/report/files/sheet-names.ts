const LONGEST = 31;

/**
 * Names of sheets a workbook may have, in the order of the titles: at most 31 characters, none of `[ ] : * ? / \`, no
 * apostrophe at an end, not "History", no two alike whatever their case.
 */
export function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set<string>(["history"]);
  return titles.map((title) => {
    const legal = legalName(title);
    for (let more = 1; ; more += 1) {
      const ending = more === 1 ? "" : ` (${more})`;
      const name = `${cut(legal, LONGEST - ending.length)}${ending}`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}

function legalName(title: string): string {
  const text = title
    .replace(/[[\]:*?/\\\p{Cc}]/gu, " ")
    .replace(/\s+/g, " ")
    .replace(/^['\s]+|['\s]+$/g, "");
  return text === "" ? "Cell" : text;
}

/** Whole characters only: half of a pair is no character. */
function cut(text: string, length: number): string {
  return text
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, "")
    .replace(/['\s]+$/, "");
}
