/** Throws when a condition the code relies on does not hold; narrows its type where it does. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Invariant failed: ${message}`);
}
