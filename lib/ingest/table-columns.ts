/** The names of a table's columns in the engine, which does not tell capitals from small letters: each is unique. */
export function columnNames(columns: readonly string[]): string[] {
  const taken = new Set<string>();
  return columns.map((column, index) => {
    const name = column.trim() === "" ? `column_${index + 1}` : column.trim();
    let unique = name;
    for (let more = 2; taken.has(unique.toLowerCase()); more += 1) unique = `${name}_${more}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}
