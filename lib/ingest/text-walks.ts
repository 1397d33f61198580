import type { RunOptions } from "@/lib/engine/engine";
import { type DateColumn, dateEvidence } from "./date-evidence";
import type { OrderEvidence } from "./dates";
import type { NamedBlob } from "./decode";
import { hasEmptyLines } from "./empty-lines";
import { type RegularFile, type RegularPlan, regularise } from "./regularise";

/** What goes through the whole text of a file. Each throws IngestError "unreadable" when the file vanished, or AbortError. */
export interface TextWalks {
  /** Begins what reading the file will ask for; nothing to wait for, nothing thrown. */
  prepare(file: NamedBlob, signal?: AbortSignal): void;
  hasEmptyLines(file: NamedBlob, signal?: AbortSignal): Promise<boolean>;
  /** Throws IngestError "encoding" too. */
  regularise(file: NamedBlob, plan: RegularPlan, signal?: AbortSignal): Promise<RegularFile>;
  dateEvidence(file: NamedBlob, column: DateColumn, signal?: AbortSignal): Promise<OrderEvidence>;
}

/** In this thread. */
export const WALKS_HERE: TextWalks = { prepare: () => undefined, hasEmptyLines, regularise, dateEvidence };

/** How a file is read by statements of the engine. */
export interface FileRunOptions extends RunOptions {
  /** Default: in this thread. */
  walks?: TextWalks | undefined;
}
