/** "online-retail.csv" as "Online retail". */
export function titleFromFile(fileName: string): string {
  const words = fileName
    .replace(/\.[^.]+$/, "")
    .replace(/[_\-.\s]+/g, " ")
    .trim();
  return words === "" ? "Untitled" : words.charAt(0).toUpperCase() + words.slice(1);
}
