import type { Role } from "../plan";
import { BLOCKING, ENGLISH } from "./english";
import { FRENCH, FRENCH_BLOCKING } from "./french";
import { GERMAN, GERMAN_BLOCKING } from "./german";
import { HINDI } from "./hindi";
import { ITALIAN } from "./italian";
import { PORTUGUESE } from "./portuguese";
import type { Language } from "./role-words";
import { SPANISH, SPANISH_BLOCKING } from "./spanish";

/** Every language whose column names are known; a new one is a file and a line here. */
export const LANGUAGES: readonly Language[] = [ENGLISH, SPANISH, PORTUGUESE, FRENCH, GERMAN, ITALIAN, HINDI];

type Blocking = keyof typeof BLOCKING;

/** Which blocking words a role obeys. */
const BLOCKING_OF: Readonly<Partial<Record<Role, Blocking>>> = {
  date: "date",
  product_name: "name",
  quantity: "quantity",
  unit_price: "money",
  amount: "money",
  unit_cost: "cost",
  current_stock: "stock",
};

const TABLES = [BLOCKING, SPANISH_BLOCKING, FRENCH_BLOCKING, GERMAN_BLOCKING];

/** The phrases that keep a column from a role. */
export function blockingPhrases(role: Role): readonly string[] {
  const kind = BLOCKING_OF[role];
  return kind === undefined ? [] : TABLES.flatMap((table) => table[kind]);
}
