/** The file that the page's input holds. */
export function chosenFile(): File {
  const file = document.querySelector("input")?.files?.[0];
  if (!file) throw new Error("No file was chosen.");
  return file;
}
