/** Says something in the output of a test run, also of tests that pass. */
export function tell(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Rows as a table of text, a column as wide as its widest value; numbers to the right. */
export function textTable(rows: readonly Readonly<Record<string, string | number>>[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cell = (value: string | number | undefined) =>
    typeof value === "number" ? value.toLocaleString("en-US") : (value ?? "");
  const right = (name: string) => rows.some((row) => typeof row[name] === "number");
  const widths = names.map((name) => Math.max(name.length, ...rows.map((row) => cell(row[name]).length)));
  const line = (values: readonly string[]) =>
    values
      .map((value, at) => (right(names[at] ?? "") ? value.padStart(widths[at] ?? 0) : value.padEnd(widths[at] ?? 0)))
      .join("  ")
      .trimEnd();
  return [line(names), ...rows.map((row) => line(names.map((name) => cell(row[name]))))].join("\n");
}
