/** Keys that mean something to JavaScript itself: no id, name or key of a file from elsewhere. */
export const RESERVED_KEYS: readonly string[] = ["__proto__", "constructor", "prototype"];
