import { cn } from "@/components/ui/cn";
import type { Ledger } from "@/lib/std/ledger";

/** What counts and what does not as a thin bar; small parts stay visible. Decorative, the numbers stand beside it. */
export function LedgerBar({ ledger, className }: { ledger: Ledger; className?: string }) {
  const least = ledger.lines * 0.015;
  const parts = [
    { name: "kept", lines: ledger.kept, fill: "bg-series-1" },
    { name: "rejected", lines: ledger.rejected, fill: "bg-series-2" },
    { name: "excluded", lines: ledger.excluded, fill: "bg-ghost" },
  ].filter((part) => part.lines > 0);
  return (
    <span data-slot="ledger-bar" aria-hidden="true" className={cn("flex h-1 gap-px", className)}>
      {parts.map((part) => (
        <span key={part.name} className={part.fill} style={{ flexGrow: Math.max(part.lines, least), flexBasis: 0 }} />
      ))}
    </span>
  );
}
