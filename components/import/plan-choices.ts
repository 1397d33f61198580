import type { Choice } from "@/components/ui/select";
import type { ImportPlan, Role } from "@/lib/ingest/plan";
import type { DataKind } from "@/lib/std/data-kind";

/** The kinds of data, each with its plain line and what becomes of it. */
export const KINDS: Readonly<Record<DataKind, { label: string; note: string }>> = {
  sales: { label: "Sales: one line for each thing sold", note: "Every figure of the analysis is made of these lines." },
  returns: {
    label: "Returns: one line for each thing brought back",
    note: "Its lines are taken off the sales, whatever their sign.",
  },
  inventory: { label: "Stock: one line for each product", note: "Says what lies on the shelf, and what it cost." },
  products: {
    label: "Products: a list with names or prices",
    note: "Gives sales the prices, costs, names and categories they lack.",
  },
  orders: {
    label: "Orders: one line for each sale, without its products",
    note: "Gives sales the date and the customer they lack.",
  },
  stores: { label: "Stores: a list with their names", note: "Gives names to stores that sales know by a number." },
  table: { label: "Something else: an ordinary table", note: "Its columns are described; no sales are made of it." },
};

export const KIND_CHOICES: readonly Choice[] = Object.entries(KINDS).map(([value, { label }]) => ({ value, label }));

export const DATE_ORDERS: readonly Choice[] = [
  { value: "year-first", label: "Year first: 2026-06-30" },
  { value: "day-first", label: "Day first: 30/06/2026" },
  { value: "month-first", label: "Month first: 06/30/2026" },
];

export const DECIMAL_MARKS: readonly Choice[] = [
  { value: "point", label: "Point: 1,234.50" },
  { value: "comma", label: "Comma: 1.234,50" },
];

export const DISCOUNTS: readonly Choice[] = [
  { value: "amount", label: "Money off the line" },
  { value: "share", label: "A share of the line: 0.15 is 15%" },
];

const ENCODINGS: Readonly<Record<string, string>> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16, big end first",
  "windows-1252": "Windows-1252: Western Europe",
  "iso-8859-15": "ISO-8859-15: Western Europe",
  macintosh: "Mac Roman: Western Europe",
  "windows-1250": "Windows-1250: Central Europe",
  "iso-8859-2": "ISO-8859-2: Central Europe",
  "windows-1251": "Windows-1251: Cyrillic",
  "koi8-r": "KOI8-R: Cyrillic",
  "windows-1253": "Windows-1253: Greek",
  "windows-1254": "Windows-1254: Turkish",
  "windows-1255": "Windows-1255: Hebrew",
  "windows-1256": "Windows-1256: Arabic",
  "windows-1257": "Windows-1257: Baltic",
  gb18030: "GB18030: Chinese",
  big5: "Big5: Chinese",
  shift_jis: "Shift JIS: Japanese",
  "euc-jp": "EUC-JP: Japanese",
  "euc-kr": "EUC-KR: Korean",
};

export function encodingChoices(current: string): Choice[] {
  const known = current in ENCODINGS ? ENCODINGS : { [current]: current, ...ENCODINGS };
  return Object.entries(known).map(([value, label]) => ({ value, label }));
}

/** Rows that may hold the names of the columns; "" says that there are none. */
export function headerChoices({ layout }: Pick<ImportPlan, "layout">): Choice[] {
  const last = Math.max(12, (layout.headerRow ?? 1) + 4);
  const rows = Array.from({ length: last }, (_, at) => ({ value: String(at + 1), label: `Row ${at + 1}` }));
  return [{ value: "", label: "None: the first row is data" }, ...rows];
}

const COMMON = ["EUR", "USD", "GBP", "INR", "CHF", "JPY", "CNY", "CAD", "AUD", "BRL", "MXN", "ZAR", "SEK", "PLN"];

/** Every currency the browser can name, common ones first, each by code and name. */
export function currencyChoices(locale: string, current: string | null): Choice[] {
  const names = new Intl.DisplayNames([locale], { type: "currency" });
  const known = typeof Intl.supportedValuesOf === "function" ? Intl.supportedValuesOf("currency") : COMMON;
  const codes = [...new Set([...COMMON, ...(current ? [current] : []), ...known])];
  return [
    { value: "", label: "(none)" },
    ...codes.map((code) => ({ value: code, label: `${code} · ${names.of(code) ?? code}` })),
  ];
}

const DATES: ReadonlySet<Role> = new Set(["date", "last_updated"]);
const MONEY: ReadonlySet<Role> = new Set(["amount", "unit_price", "unit_cost"]);

/** True when a kind of data with these roles has dates to be read; columns of an ordinary table may hold anything. */
export function hasDates(roles: readonly Role[]): boolean {
  return roles.length === 0 || roles.some((role) => DATES.has(role));
}

export function hasMoney(roles: readonly Role[]): boolean {
  return roles.some((role) => MONEY.has(role));
}
