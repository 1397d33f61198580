const QUOTED = /[",\n]/;

/** One CSV record without its line end. */
export function csvRecord(values) {
  return values.map((value) => (QUOTED.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join(",");
}

/** Paisa as rupees: 12345 is "123.45", -50 is "-0.50". */
export function rupees(paisa) {
  const digits = String(Math.abs(paisa)).padStart(3, "0");
  return `${paisa < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Thousandths as a quantity: whole for packs ("2"), three decimals for loose goods ("0.250"). */
export function amountOf(thousandths, loose) {
  if (!loose) return String(thousandths / 1000);
  const digits = String(Math.abs(thousandths)).padStart(4, "0");
  return `${thousandths < 0 ? "-" : ""}${digits.slice(0, -3)}.${digits.slice(-3)}`;
}
