/**
 * Column names from a header: trimmed, blanks and control characters as one blank, "column_3" where empty, "Name_2" for
 * the second "Name". Case counts not.
 */
export function uniqueNames(header: readonly string[]): string[] {
  const taken = new Set<string>();
  return header.map((field, index) => {
    const wanted = field.replace(/[\s\p{Cc}]+/gu, " ").trim() || `column_${index + 1}`;
    let name = wanted;
    for (let copy = 2; taken.has(name.toLowerCase()); copy += 1) name = `${wanted}_${copy}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

/** One text for one header: files that have it are read the same way without asking again. */
export function headerSignature(columns: readonly string[]): string {
  return columns.map((name) => words(name).join(" ")).join("\u001F");
}

/**
 * The words of a column's name: "InvoiceNo", "invoice_no", "INVOICE NO." all give ["invoice", "no"]. Accents are taken off
 * Latin, Greek and Cyrillic letters only: in Devanagari and Kana they are letters of their own. Text without blanks
 * (Chinese, Japanese) is one word.
 */
export function words(name: string): string[] {
  return name
    .normalize("NFKD")
    .replace(/(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu, "")
    .normalize("NFC")
    .replaceAll("ı", "i")
    .replace(/\([^)]*\)|\[[^\]]*\]/g, " ")
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}%#]+/u)
    .filter((word) => word !== "");
}
