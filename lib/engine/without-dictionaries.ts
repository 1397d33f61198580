import { identifier } from "@/lib/query/literal";
import { hasDictionary } from "./arrow-type";
import { schemaOf } from "./decode";

/**
 * The same query with its dictionary columns (ENUM) as plain text, or null when it has none. `ipc` is a result of
 * it. A started statement comes without dictionaries: such a column would silently read as null.
 */
export function withoutDictionaries(statement: string, ipc: Uint8Array): string | null {
  const fields = schemaOf(ipc);
  if (!fields.some((field) => hasDictionary(field.type))) return null;
  const aliases = fields.map((_, index) => `c${index}`);
  const list = fields.map(({ name, type }, index) => {
    return `c${index}${hasDictionary(type) ? "::VARCHAR" : ""} AS ${identifier(name)}`;
  });
  return `SELECT ${list.join(", ")} FROM (\n${statement}\n) AS q(${aliases.join(", ")})`;
}
