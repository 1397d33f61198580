import type { ReactNode } from "react";
import { WordSelect } from "@/components/ui/select";
import { type DateOrder, type DecimalMark, type ImportPlan, ROLES_OF } from "@/lib/ingest/plan";
import type { ReadingChange } from "@/lib/workbench/reading-change";

interface WrittenAsProps {
  fileName: string;
  plan: ImportPlan;
  onChange: (change: ReadingChange) => void;
}

const ORDERS = [
  { value: "year-first", label: "year first" },
  { value: "day-first", label: "day first" },
  { value: "month-first", label: "month first" },
];

const MARKS = [
  { value: "point", label: "point" },
  { value: "comma", label: "comma" },
];

/** How dates and numbers of a file are read, as a sentence whose words are controls. */
export function WrittenAs({ fileName, plan, onChange }: WrittenAsProps) {
  const roles = ROLES_OF[plan.kind];
  const dated = roles.some((role) => (role === "date" || role === "last_updated") && plan.mapping[role] !== undefined);
  const counted = plan.kind !== "orders" && plan.kind !== "stores";
  if (!dated && !counted) return null;
  const order: ReactNode = (
    <WordSelect
      aria-label={`How dates of ${fileName} are read`}
      value={plan.dateOrder}
      choices={ORDERS}
      onValueChange={(value) => onChange({ plan: { dateOrder: value as DateOrder } })}
    />
  );
  const mark: ReactNode = (
    <WordSelect
      aria-label={`How decimals of ${fileName} are read`}
      value={plan.decimalMark}
      choices={MARKS}
      onValueChange={(value) => onChange({ plan: { decimalMark: value as DecimalMark } })}
    />
  );
  return (
    <p data-slot="written-as" data-screen-only="" className="mt-0.5 text-faint text-sm">
      {dated ? <>Dates are read {order}</> : null}
      {dated && counted ? ", decimals after a " : null}
      {!dated && counted ? "Decimals are read after a " : null}
      {counted ? mark : null}.
    </p>
  );
}
