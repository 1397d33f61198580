import { ROLE_LABELS, type Role } from "./plan";

/** Why a line is left out by a rule, though it was read. */
export const BLANK = "blank line";
export const REPEATED_HEADER = "repeated header";
export const TOTAL_LINE = "total line";
export const EXCLUDED: readonly string[] = [BLANK, REPEATED_HEADER, TOTAL_LINE];

/** Why a line could not be cut into the header's columns. */
export const TOO_FEW = "fewer fields than the header";
export const TOO_MANY = "more fields than the header";

const NAMES: Readonly<Partial<Record<Role, string>>> = { amount: "total" };

/** "total", "quantity": a role inside a sentence. */
export function roleWord(role: Role): string {
  return NAMES[role] ?? ROLE_LABELS[role].toLowerCase();
}

export const reasonOf = {
  missing: (role: Role) => `${roleWord(role)} is missing`,
  noDate: (role: Role) => `${roleWord(role)} cannot be read`,
  noNumber: (role: Role) => `${roleWord(role)} is not a number`,
  tooLarge: (role: Role) => `${roleWord(role)} is too large`,
};

/** The first word of a line that sums up those above it, in lower case; read alike by RE2 and JavaScript. */
export const TOTAL_PATTERN =
  "^(?:(?:grand|sub)[ -]?totals?|totals?|sum|summe|gesamt|gesamtsumme|suma|soma|total general|total geral|total général|totale|totale generale|kul|kul yog|yog|jod)\\s*:?$";

/** What stands for "no value" in exports, trimmed and in lower case. */
export const MISSING_PATTERN = "^(?:|null|\\(null\\)|n/a|#n/a|na|none|nan|nil|-|--)$";
