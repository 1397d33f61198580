import { FILE_ROOT } from "./hardening";

/** Where SQL finds an attached file: unique by number, and without the letters a path pattern or a quote is made of. */
export function filePath(name: string, number: number): string {
  const safe = name.replace(/[^A-Za-z0-9._-]+/g, "_").slice(-80);
  return `${FILE_ROOT}${number}-${safe}`;
}
