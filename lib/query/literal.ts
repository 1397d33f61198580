import type { Brand } from "@/lib/std/brand";

/** A quoted SQL identifier. Made by `identifier` alone. */
export type Identifier = Brand<string, "Identifier">;

/** Quotes any name for use as a column or table: `a"b` becomes `"a""b"`. */
export function identifier(name: string): Identifier {
  return `"${name.replaceAll('"', '""')}"` as Identifier;
}

/** The table that holds the result of a cell, for those that read it by its name. */
export function cellTable(name: string): Identifier {
  return `cells.${identifier(name)}` as Identifier;
}

/** A text as a SQL string literal. NUL cannot stand in SQL text and is dropped. */
export function quoteLiteral(text: string): string {
  return `'${text.replaceAll("\0", "").replaceAll("'", "''")}'`;
}
