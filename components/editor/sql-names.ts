export interface SqlColumn {
  name: string;
  /** As it is shown: "DATE", "text". */
  type: string;
}

/** Something a query can read: a file's table, a shared view, another cell. */
export interface SqlTable {
  name: string;
  columns: readonly SqlColumn[];
  /** What it is, in a few words: "Cell Best sellers", "12,000 lines of sales.csv". */
  about: string;
}

/** A value a query names with a dollar sign before it. */
export interface SqlInput {
  name: string;
  title: string;
  /** As it is shown. */
  value: string;
}

export interface SqlFunction {
  name: string;
  /** "round(x, [precision])". */
  signature: string;
  about: string;
}

/** Everything a query may name. */
export interface SqlNames {
  /** Those most questions are about stand first. */
  tables: readonly SqlTable[];
  inputs: readonly SqlInput[];
  functions: readonly SqlFunction[];
}
