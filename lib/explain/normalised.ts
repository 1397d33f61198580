function plainDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  // Every script has its ten digits in a row, and what stands before its zero is no digit.
  for (let zero = code; zero >= code - 9; zero--) {
    if (!/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) return String(code - zero);
  }
  return digit;
}

/** Text in one spelling: NFKC, digits of every script as 0-9, one kind of minus, of apostrophe and of space. */
export function normalised(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u2212\ufe63\uff0d]/g, "-")
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\p{Nd}/gu, (digit) => (digit < "\u0080" ? digit : plainDigit(digit)))
    .replace(/\s+/gu, " ");
}

/** A written number without spaces and signs, to compare two writings. */
export function bare(text: string): string {
  return normalised(text).replace(/[\s+-]/g, "");
}
