import type { ColumnProfile } from "./column-profile";
import { currencyIn, guessCurrency } from "./currency";
import type { ImportPlan } from "./plan";

interface FileCurrency {
  currency: string | null;
  evidence: string[];
}

/** The currency of a file: what most lines say in its column of currencies, else what its money columns say. */
export function fileCurrency(profiles: readonly ColumnProfile[], mapping: ImportPlan["mapping"]): FileCurrency {
  const column = profiles.find(({ name }) => name === mapping.currency);
  const named = column?.values.map((value) => (value.trim() === "" ? null : guessCurrency([], [], [value])));
  const said = ranked(named ?? []);
  if (said.length > 0) return most(said);

  const columnsOf = (names: readonly (string | undefined)[]) => profiles.filter(({ name }) => names.includes(name));
  const money = columnsOf([mapping.amount, mapping.unit_price, mapping.unit_cost]);
  const heads = money.map(({ name }) => name);
  // The columns by which lines in another currency are told when the file is read; the total comes first.
  const judged = [mapping.amount, mapping.unit_price].flatMap((name) => columnsOf([name]));
  const written = ranked(lineCurrencies(judged, guessCurrency(heads, [], [])));
  if (written.length > 1) return most(written);
  const values = money.flatMap((profile) => profile.values);
  return { currency: guessCurrency(heads, values, []), evidence: [] };
}

/** The currency each line names; a number without a sign is in the one that the head of its column names. */
function lineCurrencies(columns: readonly ColumnProfile[], head: string | null): (string | null)[] {
  const [first, ...others] = columns;
  return (first?.values ?? []).map((value, line) => {
    const texts = [value, ...others.map(({ values }) => values[line] ?? "")].filter((text) => text.trim() !== "");
    return (
      texts.map((text) => currencyIn(text, head)).find((code) => code !== null) ?? (texts.length > 0 ? head : null)
    );
  });
}

/** Currencies by the lines that name them, the most frequent first. */
function ranked(currencies: readonly (string | null)[]): string[] {
  const counts = new Map<string, number>();
  for (const code of currencies) if (code !== null) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([code]) => code);
}

function most([first = "", ...others]: readonly string[]): FileCurrency {
  const evidence = others.length > 0 ? [`Most lines are in ${first}, others in ${others.join(", ")}.`] : [];
  return { currency: first, evidence };
}
