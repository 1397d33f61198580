import * as z from "zod/mini";

/** What the tabs of one browser tell each other. */
export type TabMessage =
  /** The writer saved a notebook, or changed the list. */
  | { type: "changed"; id: null }
  | { type: "changed"; id: string; notebook: unknown }
  /** A tab wants to write. */
  | { type: "ask"; from: string }
  /** The writer has put everything on the device and let go. */
  | { type: "let-go"; to: string }
  /** A copy was laid down for the writer to take in. */
  | { type: "copy" };

/** The way to the other tabs; what comes back is not trusted. */
export interface TabChannel {
  post(message: TabMessage): void;
  /** Returns the way to stop that. */
  listen(listener: (message: unknown) => void): () => void;
}

const schema = z.union([
  z.strictObject({ type: z.literal("changed"), id: z.null() }),
  z.strictObject({ type: z.literal("changed"), id: z.string(), notebook: z.unknown() }),
  z.strictObject({ type: z.literal("ask"), from: z.string() }),
  z.strictObject({ type: z.literal("let-go"), to: z.string() }),
  z.strictObject({ type: z.literal("copy") }),
]);

/** Null for what another version of Lucid may say. */
export function readTabMessage(message: unknown): TabMessage | null {
  const parsed = schema.safeParse(message);
  return parsed.success ? parsed.data : null;
}
