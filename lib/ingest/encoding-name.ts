const NAMES: Readonly<Record<string, string>> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16 (big-endian)",
  macintosh: "Mac Roman",
  shift_jis: "Shift_JIS",
  "koi8-r": "KOI8-R",
  "windows-874": "Windows-874 (Thai)",
  big5: "Big5",
};

/** A WHATWG label as people write it: "Windows-1252". */
export function encodingName(label: string): string {
  return NAMES[label] ?? (label.startsWith("windows-") ? label.replace("windows", "Windows") : label.toUpperCase());
}
