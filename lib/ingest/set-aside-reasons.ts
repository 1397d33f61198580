import { ROLE_LABELS, type Role, type RuleName } from "./plan";

/** Why a line is left out by a rule, though it was read. */
export const BLANK = "blank line";
export const REPEATED_HEADER = "repeated header";
export const TOTAL_LINE = "total line";
/** Lines around the table. */
export const PREAMBLE = "above the table";
export const SECOND_TABLE = "below the table";
/** Stands in the ledger for "repeats line 17". */
export const DUPLICATE = "repeats another line";

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
  noShare: (role: Role) => `${roleWord(role)} is not between 0 and 100%`,
  noProduct: "product is missing",
};

interface Excluding {
  /** The reason as it stands, or the text it begins with. */
  reason: string;
  begins?: true;
  rule: RuleName;
}

/** Rules that leave lines out though they could be read. */
const EXCLUDING: readonly Excluding[] = [
  { reason: BLANK, rule: "blank" },
  { reason: REPEATED_HEADER, rule: "repeated-header" },
  { reason: TOTAL_LINE, rule: "total-line" },
  { reason: PREAMBLE, rule: "preamble" },
  { reason: SECOND_TABLE, rule: "second-table" },
  { reason: DUPLICATE, rule: "duplicate" },
  { reason: "repeats line ", begins: true, rule: "duplicate" },
  { reason: "in ", begins: true, rule: "other-currency" },
  { reason: "not a sale (", begins: true, rule: "not-a-sale" },
];

const REJECTING: Readonly<Record<string, RuleName>> = { [TOO_FEW]: "short-line", [TOO_MANY]: "long-line" };

function excluding(reason: string): Excluding | undefined {
  return EXCLUDING.find((entry) => (entry.begins ? reason.startsWith(entry.reason) : reason === entry.reason));
}

/** The rule that can be switched off to have such lines, or null when they cannot be read. */
export function ruleOf(reason: string): RuleName | null {
  return excluding(reason)?.rule ?? REJECTING[reason] ?? null;
}

/** Excluded lines were read and left out by a rule; rejected ones could not be read. */
export function fateOf(reason: string): "rejected" | "excluded" {
  return excluding(reason) ? "excluded" : "rejected";
}

/** Words for "total" in twelve languages, in lower case; read alike by RE2 and JavaScript. */
const TOTAL_WORDS =
  "(?:grand|sub|net)[ -]?totals?|totals?|sum|summe|gesamt|gesamtsumme|gesamtbetrag|zwischensumme|suma|soma|" +
  "(?:sub)?total general|(?:sub)?total geral|total général|sous[ -]total|totales|totaux|totale|totale generale|subtotale|totaal|" +
  "eindtotaal|subtotaal|kul|kul yog|yog|jod|कुल|कुल योग|योग|jumlah|total keseluruhan|toplam|genel toplam|ara toplam|" +
  "合計|総計|小計|合计|总计|小计|總計";

/** The first word of a line that sums up those above it. */
export const TOTAL_PATTERN = `^(?:${TOTAL_WORDS})\\s*[:：]?$`;

/** A sum named after what it sums up: "Total for Mug", "Mug Total". Products can be called so too. */
export const NAMED_TOTAL_PATTERN = `^(?:${TOTAL_WORDS})[\\s:：(-]|[\\s(-](?:${TOTAL_WORDS})\\)?\\s*[:：]?$`;

/** What stands for "no value" in exports, trimmed and in lower case. */
export const MISSING_PATTERN = "^(?:|null|\\(null\\)|\\\\n|n/a|#n/a|na|none|nan|nil|-|--|—|–|\\?\\?+)$";

/** What spreadsheets and tills write where a value went wrong, trimmed and in lower case. */
export const FAILED_PATTERN = "^(?:error|unknown|#ref!|#value!|#div/0!|#name\\?|#num!|#null!|#error!)$";

/** `fateOf` as SQL. */
export function fateSql(reason: string): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
  const whole = EXCLUDING.filter(({ begins }) => !begins).map((entry) => quoted(entry.reason));
  const begun = EXCLUDING.filter(({ begins }) => begins).map(
    (entry) => `starts_with(${reason}, ${quoted(entry.reason)})`,
  );
  return `(case when ${[`${reason} in (${whole.join(", ")})`, ...begun].join(" or ")} then 'excluded' else 'rejected' end)`;
}
