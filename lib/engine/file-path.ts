import { FILE_ROOT } from "./hardening";

/** Where SQL finds an attached file: unique, and without the letters a path pattern or a quote is made of. */
export function filePath(name: string): string {
  const id = Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => byte.toString(16).padStart(2, "0"));
  return `${FILE_ROOT}${id.join("")}-${name.replace(/[^A-Za-z0-9._-]+/g, "_").slice(-80)}`;
}
