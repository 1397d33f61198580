import type { DataKind } from "@/lib/std/data-kind";
import type { ColumnProfile } from "./column-profile";
import type { ImportPlan, Role } from "./plan";

/** Which column plays which role, while it is found out. */
export interface MappingGuess {
  kind: DataKind;
  mapping: Partial<Record<Role, string>>;
  confidence: Partial<Record<Role, number>>;
  discountAs: ImportPlan["discountAs"];
  evidence: string[];
  /** What only a person can tell, beside what the roles themselves leave open. */
  asks: string[];
  /** Roles that two columns fit equally well, with these columns. */
  rivals: Partial<Record<Role, readonly string[]>>;
  /** A column that is called a quantity but holds no numbers; null when another is the quantity. */
  unreadQuantity: string | null;
}

/** The columns that play no role yet. */
export function unused(guess: MappingGuess, profiles: readonly ColumnProfile[]): ColumnProfile[] {
  const used = new Set(Object.values(guess.mapping));
  return profiles.filter(({ name }) => !used.has(name));
}
