import { EngineError } from "./engine-error";
import { knowsBetter, placeOf, sqlHint } from "./sql-hints";

/** What DuckDB says of a failure: JSON from a started statement, or "Binder Error: ... LINE 1: ..." otherwise. */
interface Report {
  type: string;
  text: string;
  byteOffset: number | null;
}

function reportOf(message: string): Report {
  if (message.startsWith("{")) {
    const json: unknown = JSON.parse(message);
    if (typeof json === "object" && json !== null && "exception_type" in json && "exception_message" in json) {
      const position = "position" in json ? Number(json.position) : Number.NaN;
      return {
        type: String(json.exception_type),
        text: String(json.exception_message),
        byteOffset: Number.isInteger(position) ? position : null,
      };
    }
  }
  const typed = /^([A-Z][A-Za-z ]*?) Error: ([\s\S]*)$/.exec(message);
  return { type: typed?.[1] ?? "", text: typed?.[2] ?? message, byteOffset: null };
}

const ECHO = /\n+LINE (\d+): (.*)\n( *)\^/;

/** The offset the caret of "LINE 2: select foo\n  ^" points at in `sql`; long lines are echoed in part, with dots. */
function caretOffset(sql: string, text: string): number | null {
  const echo = ECHO.exec(text);
  if (!echo) return null;
  const [, line = "1", shown = "", blanks = ""] = echo;
  const lines = sql.split("\n");
  const whole = lines[Number(line) - 1];
  if (whole === undefined) return null;
  const column = blanks.length - `LINE ${line}: `.length;
  const cut = shown.startsWith("...") ? 3 : 0;
  const core = shown.slice(cut).replace(/\.\.\.$/, "");
  const start = whole.indexOf(core);
  if (start < 0 || column < 0) return null;
  const before = lines.slice(0, Number(line) - 1).reduce((sum, text) => sum + text.length + 1, 0);
  return Math.min(sql.length, before + start + column - cut);
}

function charOffset(sql: string, byteOffset: number): number {
  return new TextDecoder().decode(new TextEncoder().encode(sql).subarray(0, byteOffset)).length;
}

const SUGGESTION = /\n(Did you mean .*|Candidate bindings: .*)/;

function sentence(text: string): string {
  const clean = text.trim();
  const capital = clean.charAt(0).toUpperCase() + clean.slice(1);
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
}

function hintOf(text: string): string | null {
  const found = SUGGESTION.exec(text)?.[1];
  if (found === undefined) return null;
  const names = /^Candidate bindings: (.*)$/.exec(found)?.[1];
  return names === undefined ? sentence(found) : `Names that exist here: ${names.replace(/^[\s:]+/, "")}.`;
}

interface Failing {
  sql?: string;
  /** True when the engine saw `sql` itself, so that its positions count in it. */
  located?: boolean;
}

const WORDLESS = /^errhint NOT IMPLEMENTED/i;

/** Where the engine has no words of its own, and no place, which happens for the LIMIT of other databases alone. */
function told(message: string): string {
  return WORDLESS.test(message) ? "Syntax error: LIMIT takes one number." : message;
}

const UNBOUND = /^Values were not provided for the following prepared statement parameters: (.*)/;

/** A failure of DuckDB as an EngineError: message without echo and advice, kind, position in `sql`. */
export function toEngineError(error: unknown, { sql, located = false }: Failing = {}): EngineError {
  if (error instanceof EngineError) return error;
  const thrown = error instanceof Error ? error : new Error(String(error));
  const { type, text, byteOffset } = reportOf(thrown.message);
  if (/^(Out of Memory|OutOfMemory)/i.test(type) || /out of memory|bad_alloc/i.test(thrown.message)) {
    return new EngineError({
      kind: "memory",
      message: "This needs more memory than the browser gives. Your data and the other cells are not affected.",
      hint: "Ask for a shorter period or fewer columns, or close other tabs and try again.",
      cause: error,
      sql,
    });
  }
  if (type === "" || /^(Internal|Fatal)$/i.test(type)) {
    return new EngineError({
      kind: "internal",
      message: "The engine failed at this step. Your files and saved work are not affected.",
      hint: `Try again; if it comes back, the engine said: ${text.split("\n")[0]}`,
      cause: error,
      sql,
    });
  }
  const body = text.split(ECHO)[0] ?? text;
  const unbound = UNBOUND.exec(body)?.[1];
  if (unbound !== undefined) {
    return new EngineError({
      kind: "sql",
      message: `This query needs a value for $${unbound.replaceAll(", ", ", $")}.`,
      hint: "Name it, as in $limit, and add an input of that name; or write the value in its place.",
      cause: error,
      sql,
      position: sql === undefined ? null : placeOf(sql, `"$${unbound.split(", ")[0]}"`),
    });
  }
  const message = told(sentence(body.split("\n")[0] ?? body));
  const advice = sql === undefined ? null : sqlHint(sql, message);
  const better = sql !== undefined && knowsBetter(sql, message);
  return new EngineError({
    kind: "sql",
    message,
    hint: (better ? advice : (hintOf(body) ?? advice)) ?? undefined,
    cause: error,
    sql,
    position:
      sql === undefined
        ? null
        : ((located && !WORDLESS.test(body) ? positionIn(sql, text, byteOffset) : null) ?? placeOf(sql, message)),
  });
}

function positionIn(sql: string, text: string, byteOffset: number | null): number | null {
  return byteOffset === null ? caretOffset(sql, text) : charOffset(sql, byteOffset);
}
