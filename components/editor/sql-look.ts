import type { SqlToken } from "@/lib/query/sql-tokens";
import { KEYWORDS } from "./sql-words";

/** How a piece of SQL is set; null for what is plain ink. */
export function sqlLook({ kind }: SqlToken, source: string): string | null {
  switch (kind) {
    case "word":
      return KEYWORDS.has(source.toLowerCase()) ? "text-accent" : null;
    case "string":
      return "text-up";
    case "number":
      return "text-up";
    case "comment":
      return "text-faint italic";
    case "param":
      return "text-eff";
    case "sign":
    case "semicolon":
      return "text-soft";
    case "blank":
    case "name":
      return null;
  }
}
