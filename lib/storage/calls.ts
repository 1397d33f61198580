import { toStorageError } from "./failure";
import { StorageError, type StorageErrorKind } from "./storage-error";

/** One side asks for `name` with `args`, the other answers with the same number. */
export interface Call {
  call: number;
  name: string;
  args: unknown[];
}

export interface Failure {
  kind: StorageErrorKind;
  message: string;
  hint: string | null;
  cause: string;
}

export type Answer = { call: number; value: unknown } | { call: number; failure: Failure };

/** What a worker tells without being asked. */
export interface Notice {
  notice: unknown;
}

export function encodeFailure(error: unknown): Failure {
  const { kind, message, hint, cause } = toStorageError(error);
  return { kind, message, hint, cause: cause === undefined ? "" : String(cause) };
}

export function decodeFailure({ kind, message, hint, cause }: Failure): StorageError {
  return new StorageError({ kind, message, hint: hint ?? undefined, cause: cause === "" ? undefined : cause });
}
