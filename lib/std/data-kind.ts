/** What a file holds, in the words of the canonical relations. */
export type DataKind = "sales" | "inventory";
