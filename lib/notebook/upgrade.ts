type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * A stored data set in today's form. The first version kept the mapping alone instead of the whole plan, reasons without
 * their rule and warnings as bare sentences. Anything else is left as it is, for the schema to judge.
 */
export function upgradedDataSet(stored: unknown): unknown {
  if (!isObject(stored) || !("mapping" in stored) || "plan" in stored) return stored;
  const { mapping: _, ledger, ...kept } = stored;
  return { ...kept, plan: null, signature: "", unmatched: [], replaced: null, ledger: upgradedLedger(ledger) };
}

function upgradedLedger(ledger: unknown): unknown {
  if (!isObject(ledger) || !Array.isArray(ledger.reasons) || !Array.isArray(ledger.warnings)) return ledger;
  return {
    ...ledger,
    reasons: ledger.reasons.map((reason: unknown) => (isObject(reason) ? { ...reason, rule: null } : reason)),
    warnings: ledger.warnings.map((sentence: unknown) => ({ sentence, change: null })),
  };
}
