/** What every error of Lucid can say: `message` is for the person, `hint` is the next step. */
export interface RoomErrorSpec<Kind extends string> {
  kind: Kind;
  message: string;
  hint?: string | undefined;
  cause?: unknown;
}

/** Base of the one error class each room has. */
export class RoomError<Kind extends string = string> extends Error {
  readonly kind: Kind;
  readonly hint: string | null;

  constructor(spec: RoomErrorSpec<Kind>) {
    super(spec.message, spec.cause === undefined ? undefined : { cause: spec.cause });
    this.name = new.target.name;
    this.kind = spec.kind;
    this.hint = spec.hint ?? null;
  }
}

/** True for the error an aborted `AbortSignal` gives. */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}
