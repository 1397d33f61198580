import type { Role } from "../plan";
import { CHINESE, CHINESE_BLOCKING } from "./chinese";
import { DEVANAGARI, DEVANAGARI_BLOCKING } from "./devanagari";
import { DUTCH, DUTCH_BLOCKING } from "./dutch";
import { BLOCKING, ENGLISH } from "./english";
import { FRENCH, FRENCH_BLOCKING } from "./french";
import { GERMAN, GERMAN_BLOCKING } from "./german";
import { HINDI } from "./hindi";
import { INDONESIAN, INDONESIAN_BLOCKING } from "./indonesian";
import { ITALIAN } from "./italian";
import { JAPANESE, JAPANESE_BLOCKING } from "./japanese";
import { PORTUGUESE } from "./portuguese";
import type { Language } from "./role-words";
import { SPANISH, SPANISH_BLOCKING } from "./spanish";
import { TURKISH, TURKISH_BLOCKING } from "./turkish";

/** Every language whose column names are known; a new one is a file and a line here. */
export const LANGUAGES: readonly Language[] = [
  ENGLISH,
  SPANISH,
  PORTUGUESE,
  FRENCH,
  GERMAN,
  ITALIAN,
  DUTCH,
  HINDI,
  DEVANAGARI,
  INDONESIAN,
  TURKISH,
  JAPANESE,
  CHINESE,
];

type Blocking = keyof typeof BLOCKING;

/** Which blocking words a role obeys. */
const BLOCKING_OF: Readonly<Partial<Record<Role, Blocking>>> = {
  date: "date",
  product_name: "name",
  quantity: "quantity",
  unit_price: "money",
  discount: "discount",
  amount: "money",
  unit_cost: "cost",
  current_stock: "stock",
};

const TABLES: readonly Readonly<Partial<Record<Blocking, readonly string[]>>>[] = [
  BLOCKING,
  SPANISH_BLOCKING,
  FRENCH_BLOCKING,
  GERMAN_BLOCKING,
  DUTCH_BLOCKING,
  DEVANAGARI_BLOCKING,
  INDONESIAN_BLOCKING,
  TURKISH_BLOCKING,
  JAPANESE_BLOCKING,
  CHINESE_BLOCKING,
];

const ALL = Object.fromEntries(
  (Object.keys(BLOCKING) as Blocking[]).map((kind) => [kind, TABLES.flatMap((table) => table[kind] ?? [])]),
) as unknown as Readonly<Record<Blocking, readonly string[]>>;

/** The phrases that keep a column from a role. */
export function blockingPhrases(role: Role): readonly string[] {
  const kind = BLOCKING_OF[role];
  return kind === undefined ? [] : ALL[kind];
}
