/** The name of a picture's file from its title: letters of every script stay, what file systems refuse goes. */
export function pictureName(title: string, type: "png" | "svg"): string {
  const name = title
    .replace(/[\p{C}\\/:*?"<>|]+/gu, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  return `${[...name].slice(0, 80).join("").trim() || "chart"}.${type}`;
}
