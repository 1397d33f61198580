const SIGNS: Readonly<Record<string, string>> = {
  "€": "EUR",
  "£": "GBP",
  "₹": "INR",
  "¥": "JPY",
  "₩": "KRW",
  "₽": "RUB",
  "₺": "TRY",
  "₫": "VND",
  "฿": "THB",
  "₴": "UAH",
  "₦": "NGN",
  "₱": "PHP",
  "₪": "ILS",
  R$: "BRL",
  zł: "PLN",
  Kč: "CZK",
  Rs: "INR",
  $: "USD",
};

const CODE =
  /\b(USD|EUR|GBP|INR|JPY|CNY|CAD|AUD|NZD|CHF|SEK|NOK|DKK|PLN|CZK|HUF|RON|TRY|BRL|MXN|ARS|CLP|COP|PEN|ZAR|NGN|KES|EGP|AED|SAR|ILS|PKR|BDT|LKR|NPR|IDR|MYR|SGD|PHP|THB|VND|KRW|HKD|TWD|RUB|UAH)\b/;

function currencyIn(text: string): string | null {
  const code = CODE.exec(text)?.[1];
  if (code) return code;
  const sign = Object.keys(SIGNS).find((key) => text.includes(key));
  return sign === undefined ? null : (SIGNS[sign] ?? null);
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
    const code = CODE.exec(text.trim().toUpperCase())?.[1];
    if (code) found.add(code);
  }
  if (found.size === 0) {
    for (const text of [...heads, ...money]) {
      const currency = currencyIn(text);
      if (currency) found.add(currency);
    }
  }
  const [only] = found;
  return found.size === 1 ? (only ?? null) : null;
}
