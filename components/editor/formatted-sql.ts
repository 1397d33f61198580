import { sqlTokens } from "@/lib/query/sql-tokens";

const OPERATOR = /^[<>=~!@%^&|:*/.?#-]$/;

/** The pieces that mean something, to hold two texts against each other; signs that stand together are one operator. */
function meaning(text: string): string {
  let said = "";
  let end = -1;
  let sign = false;
  for (const token of sqlTokens(text)) {
    if (token.kind === "blank") continue;
    const source = text.slice(token.start, token.end);
    const joins = sign && token.start === end && source !== "-" && OPERATOR.test(source);
    said += (joins ? "" : "\n") + (token.kind === "comment" ? source.replaceAll(/\s+/g, " ").trim() : source);
    sign = OPERATOR.test(source);
    end = token.end;
  }
  return said;
}

/** The text with one clause a line and its parts indented; null where it cannot be told apart, and then nothing is changed. */
export async function formattedSql(text: string): Promise<string | null> {
  const { duckdb, formatDialect } = await import("sql-formatter");
  try {
    const formatted = formatDialect(text, {
      dialect: duckdb,
      tabWidth: 2,
      keywordCase: "preserve",
      expressionWidth: 80,
      paramTypes: { named: ["$"] },
    });
    return meaning(formatted) === meaning(text) ? formatted : null;
  } catch (error) {
    if (error instanceof Error) return null; // what it cannot read it says by throwing a plain Error
    throw error;
  }
}
