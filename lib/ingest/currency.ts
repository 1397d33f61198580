import { quoteLiteral } from "@/lib/query/literal";

const CODES =
  "USD|EUR|GBP|INR|JPY|CNY|CAD|AUD|NZD|CHF|SEK|NOK|DKK|PLN|CZK|HUF|RON|TRY|BRL|MXN|ARS|CLP|COP|PEN|ZAR|NGN|KES|EGP|AED|SAR|ILS|PKR|BDT|LKR|NPR|IDR|MYR|SGD|PHP|THB|VND|KRW|HKD|TWD|RUB|UAH";

const DOLLARS = "USD CAD AUD NZD HKD SGD TWD MXN ARS CLP COP";

/** Signs in upper case and the currencies they may stand for, the likeliest first; longer signs before shorter ones. */
const SIGNS: readonly (readonly [string, string])[] = [
  ["US$", "USD"],
  ["CA$", "CAD"],
  ["C$", "CAD"],
  ["AU$", "AUD"],
  ["A$", "AUD"],
  ["NZ$", "NZD"],
  ["HK$", "HKD"],
  ["MX$", "MXN"],
  ["S$", "SGD"],
  ["R$", "BRL"],
  ["$", DOLLARS],
  ["€", "EUR"],
  ["£", "GBP EGP"],
  ["₹", "INR"],
  ["¥", "JPY CNY"],
  ["₩", "KRW"],
  ["₽", "RUB"],
  ["₺", "TRY"],
  ["₫", "VND"],
  ["฿", "THB"],
  ["₴", "UAH"],
  ["₦", "NGN"],
  ["₱", "PHP"],
  ["₪", "ILS"],
  ["ZŁ", "PLN"],
  ["KČ", "CZK"],
  ["RS", "INR PKR LKR NPR"],
  ["RP", "IDR"],
  ["KR", "SEK NOK DKK"],
];

const CURRENCIES_OF: ReadonlyMap<string, readonly string[]> = new Map(
  SIGNS.map(([sign, currencies]) => [sign, currencies.split(" ")]),
);
const escaped = (sign: string) => sign.replace("$", "\\$");
/** A code or a sign in a text in upper case; read alike by RE2 and JavaScript. Words and letters stand alone. */
const MARK_PATTERN = `\\b(?:${CODES})\\b|${SIGNS.map(([sign]) => (/^[A-Z]{2}$/.test(sign) ? `\\b${sign}\\b` : escaped(sign))).join("|")}`;
const MARK = new RegExp(MARK_PATTERN);
const CODE = new RegExp(`\\b(?:${CODES})\\b`);
/** Most money is written without a code or sign; this tells it sooner. */
const NO_MARK = /^[\s\d.,'+-]*$/;

/**
 * The currency a text names by its code or sign, or null. A sign is read as the currency the column's head names where
 * it may stand for it, else as its likeliest: "$" as US dollars.
 */
export function currencyIn(text: string, head: string | null = null): string | null {
  if (NO_MARK.test(text)) return null;
  const upper = text.toUpperCase().replace(/[0-9]/g, " ");
  const code = CODE.exec(upper)?.[0];
  if (code) return code;
  const mark = MARK.exec(upper)?.[0];
  const currencies = CURRENCIES_OF.get(mark ?? "") ?? [];
  if (head !== null && currencies.includes(head)) return head;
  return currencies[0] ?? mark ?? null;
}

/**
 * The one currency that the heads and values of money columns, or a column called Currency, name; null when none or
 * several are named. "$" is read as US dollars, which the import dialog can change.
 */
export function guessCurrency(
  heads: readonly string[],
  money: readonly string[],
  named: readonly string[],
): string | null {
  const found = new Set<string>();
  for (const text of named) {
    const code = CODE.exec(text.trim().toUpperCase())?.[0];
    if (code) found.add(code);
  }
  if (found.size === 0) {
    const named = new Set(heads.map((text) => currencyIn(text)).filter((code) => code !== null));
    const [head = null] = named.size === 1 ? named : [];
    for (const code of named) add(found, code);
    for (const text of money) add(found, currencyIn(text, head));
  }
  const [only] = found;
  return found.size === 1 ? (only ?? null) : null;
}

function add(found: Set<string>, currency: string | null): void {
  if (currency !== null) found.add(currency);
}

/** The code or sign of money in a text that cannot stand for a currency, as SQL; null where there is none. */
export function otherCurrencySql(text: string, currency: string): string {
  const own = [currency, ...SIGNS.filter(([, of]) => of.split(" ").includes(currency)).map(([sign]) => sign)];
  const plain = `translate(upper(${text}), '0123456789', '          ')`;
  const mark = `nullif(regexp_extract(${plain}, ${quoteLiteral(MARK_PATTERN)}), '')`;
  const named = SIGNS.map(([sign, of]) => `when ${quoteLiteral(sign)} then ${quoteLiteral(of.split(" ")[0] ?? sign)}`);
  return `list_transform([${mark}], lambda m: case when m in (${own.map(quoteLiteral).join(", ")}) then null
    else case m ${named.join(" ")} else m end end)[1]`;
}
