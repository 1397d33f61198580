import type { Bindings } from "./bindings";
import { EngineError } from "./engine-error";
import { toEngineError } from "./sql-error";
import { statementSpans } from "./sql-text";

function refused(message: string, hint: string, sql: string, cause?: unknown): EngineError {
  return new EngineError({ kind: "refused", message, hint, sql, cause });
}

/** Statements that are no query, whatever else is wrong with them; comments may stand before. */
const CHANGES =
  /^(?:\s|--[^\n]*\n|\/\*[\s\S]*?\*\/)*(?:insert|update|delete|merge|create|drop|alter|truncate|copy|attach|detach|set|reset|pragma|load|install|export|import|call|use|vacuum|checkpoint|begin|commit|rollback|prepare|execute|deallocate|comment)\b/i;

function noQuery(text: string, cause: unknown): EngineError {
  return refused(
    "Only queries run here: this statement would change something or has no rows.",
    "Start with SELECT, FROM, WITH, VALUES, DESCRIBE or SUMMARIZE.",
    text,
    cause,
  );
}

/** The text up to the end of its only statement, without a semicolon; throws EngineError when it holds none or several. */
export function singleStatement(text: string): string {
  const [first, ...rest] = statementSpans(text);
  if (first === undefined) {
    throw refused("There is no query here.", "Write one query, such as: from sales limit 10", text);
  }
  if (rest.length === 0) return text.slice(0, first.end); // leading lines stay: positions count from the start
  throw refused(
    "A cell runs one query, and this text holds several.",
    "Keep one of them and add a cell for each other.",
    text,
  );
}

/**
 * The text of exactly one query, without its semicolon; throws EngineError otherwise.
 * Two looks by the engine are needed: the first takes any single statement, the second only what has rows.
 */
export async function checkedQuery(bindings: Bindings, text: string): Promise<string> {
  const statement = singleStatement(text);
  try {
    await bindings.check(statement);
  } catch (error) {
    if (error instanceof Error && error.message.includes("Cannot prepare multiple statements") && /pivot/i.test(text)) {
      throw refused(
        "PIVOT needs the values it turns into columns.",
        "Name them: PIVOT sales ON category IN ('A', 'B') USING sum(amount)",
        text,
        error,
      );
    }
    throw CHANGES.test(statement) ? noQuery(text, error) : toEngineError(error, { sql: text, located: true });
  }
  try {
    await bindings.check(`select * from (\n${statement}\n)`);
  } catch (error) {
    if (error instanceof EngineError) throw error; // the engine itself is gone
    throw noQuery(text, error);
  }
  return statement;
}
