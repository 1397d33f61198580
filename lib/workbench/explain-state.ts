import type { ExplainedSentence } from "@/lib/notebook/explanation";
import type { Problem } from "@/lib/std/problem";
import type { ExplainSubject } from "./explain-subject";
import type { Service } from "./service";

/** What would be sent, before it is sent for the first time. */
export interface Preview {
  subject: ExplainSubject;
  hideNames: boolean;
  /** Byte for byte. */
  body: string;
  /** The model it goes to. */
  model: string;
}

/** What the page shows of explanations beside those the notebook keeps. */
export interface ExplainState {
  /** null until it was looked up, and when the server cannot be reached. */
  service: Service | null;
  preview: Preview | null;
  /** What has been written and verified so far, by the subject's key. */
  writing: Readonly<Record<string, readonly ExplainedSentence[]>>;
  /** Why there is no explanation, by the subject's key. */
  problems: Readonly<Record<string, Problem>>;
}

export const initialExplainState: ExplainState = { service: null, preview: null, writing: {}, problems: {} };

/** A record with or without one of its entries. */
export function withEntry<T>(record: Readonly<Record<string, T>>, key: string, value: T | null): Record<string, T> {
  const { [key]: _, ...others } = record;
  return value === null ? others : { ...others, [key]: value };
}
