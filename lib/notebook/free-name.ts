/** "returns", "returns_2", ...: the first that no cell is called yet. */
export function freeName(wanted: string, cells: readonly { name: string }[]): string {
  const taken = new Set(cells.map(({ name }) => name));
  let name = wanted;
  for (let at = 2; taken.has(name); at += 1) name = `${wanted}_${at}`;
  return name;
}
