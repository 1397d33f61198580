import type { DataKind } from "@/lib/std/data-kind";
import type { LedgerReason } from "@/lib/std/ledger";

/** A data set whose tables are in the engine. */
export interface ReadSet {
  id: string;
  kind: DataKind;
  /** Some of its lines were set aside, so `set_aside_<id>` exists. */
  hasSetAside: boolean;
  /** What its lines take from other files: the date from orders, the price from products. Default: nothing. */
  lacks?: readonly ("date" | "price")[];
  /** Days whose lines come from a newer file instead. */
  replaced?: { from: string; to: string; by: string } | null;
  /** Name of the file; tables that are not about selling are known by it. */
  fileName?: string;
}

/** Lines of a data set that do not count because of the other files. */
export interface Unmatched {
  id: string;
  reasons: readonly LedgerReason[];
}
