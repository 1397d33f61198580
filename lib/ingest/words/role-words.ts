import { words } from "../header";
import type { Role } from "../plan";

/** What a language calls a column: phrases of lower-case words without accents, as `words` cuts them. */
export interface RoleWords {
  /** Means this and nothing else. */
  sure?: readonly string[];
  /** Means this unless a surer column stands beside it. */
  good?: readonly string[];
  /** May mean this; alone it is not enough to import without a question. */
  likely?: readonly string[];
}

export type Language = Readonly<Partial<Record<Role, RoleWords>>>;

/** Phrases parted by commas, cut into words as the names of columns are; how they are broken into lines does not matter. */
export function phrases(list: string): readonly string[] {
  return list.split(",").map((phrase) => words(phrase).join(" "));
}
