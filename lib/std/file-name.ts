/**
 * The name of a file from a title: letters of every script stay, what file systems refuse goes. `instead` is the name
 * where nothing is left.
 */
export function fileName(title: string, ending: string, instead: string): string {
  const name = title
    .replace(/[\p{C}\\/:*?"<>|]+/gu, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  return `${[...name].slice(0, 80).join("").trim() || instead}.${ending}`;
}
