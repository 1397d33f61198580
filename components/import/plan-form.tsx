import { useId } from "react";
import { Field } from "@/components/ui/field";
import { type Choice, Select } from "@/components/ui/select";
import {
  type DateOrder,
  type DecimalMark,
  type Guess,
  type ImportPlan,
  ROLE_LABELS,
  ROLES_OF,
  type Role,
} from "@/lib/ingest/plan";
import type { DataKind } from "@/lib/std/data-kind";
import { withColumn, withKind } from "./plan-changes";

const KINDS: readonly Choice[] = [
  { value: "sales", label: "Sales: one line for each thing sold" },
  { value: "inventory", label: "Stock: one line for each product" },
];

const DATE_ORDERS: readonly Choice[] = [
  { value: "year-first", label: "Year first: 2026-06-30" },
  { value: "day-first", label: "Day first: 30/06/2026" },
  { value: "month-first", label: "Month first: 06/30/2026" },
];

const DECIMAL_MARKS: readonly Choice[] = [
  { value: "point", label: "Point: 1,234.50" },
  { value: "comma", label: "Comma: 1.234,50" },
];

const COMMON = ["EUR", "USD", "GBP", "INR", "CHF", "JPY", "CNY", "CAD", "AUD", "BRL", "MXN", "ZAR", "SEK", "PLN"];

/** Every currency the browser can name, common ones first, each by code and name. */
export function currencyChoices(locale: string, current: string | null): Choice[] {
  const names = new Intl.DisplayNames([locale], { type: "currency" });
  const known = typeof Intl.supportedValuesOf === "function" ? Intl.supportedValuesOf("currency") : COMMON;
  const codes = [...new Set([...COMMON, ...(current ? [current] : []), ...known])];
  return [
    { value: "", label: "(none)" },
    ...codes.map((code) => ({ value: code, label: `${code} · ${names.of(code) ?? code}` })),
  ];
}

interface PlanFormProps {
  guess: Guess;
  plan: ImportPlan;
  locale: string;
  onPlan: (plan: ImportPlan) => void;
}

/** "sure" is not said; only what deserves a second look is. */
function doubt(guess: Guess, plan: ImportPlan, role: Role): string | undefined {
  const confidence = guess.confidence[role];
  const guessed = plan.mapping[role] !== undefined && plan.mapping[role] === guess.plan.mapping[role];
  return guessed && confidence !== undefined && confidence < 0.7 ? "a guess" : undefined;
}

/** How a file is read, as comboboxes: the columns of its roles and the forms of dates, numbers and money. */
export function PlanForm({ guess, plan, locale, onPlan }: PlanFormProps) {
  const columns = [{ value: "", label: "(none)" }, ...plan.columns.map((name) => ({ value: name, label: name }))];
  return (
    <div data-slot="plan-form" className="flex flex-col gap-5">
      <Combobox
        label="Kind of data"
        value={plan.kind}
        choices={KINDS}
        onValueChange={(kind) => onPlan(withKind(plan, kind as DataKind))}
      />
      <fieldset>
        <legend className="mb-2 font-semibold text-faint text-xs">Which column is what</legend>
        <div className="grid gap-x-5 gap-y-3 sm:grid-cols-2">
          {ROLES_OF[plan.kind].map((role) => (
            <Combobox
              key={role}
              label={ROLE_LABELS[role]}
              note={doubt(guess, plan, role)}
              value={plan.mapping[role] ?? ""}
              choices={columns}
              onValueChange={(column) => onPlan(withColumn(plan, role, column))}
            />
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend className="mb-2 font-semibold text-faint text-xs">How it is written</legend>
        <div className="grid gap-x-5 gap-y-3 sm:grid-cols-3">
          <Combobox
            label="Date order"
            value={plan.dateOrder}
            choices={DATE_ORDERS}
            onValueChange={(order) => onPlan({ ...plan, dateOrder: order as DateOrder })}
          />
          <Combobox
            label="Decimal mark"
            value={plan.decimalMark}
            choices={DECIMAL_MARKS}
            onValueChange={(mark) => onPlan({ ...plan, decimalMark: mark as DecimalMark })}
          />
          <Combobox
            label="Currency"
            value={plan.currency ?? ""}
            choices={currencyChoices(locale, plan.currency)}
            onValueChange={(currency) => onPlan({ ...plan, currency: currency === "" ? null : currency })}
          />
        </div>
      </fieldset>
    </div>
  );
}

interface ComboboxProps {
  label: string;
  note?: string | undefined;
  value: string;
  choices: readonly Choice[];
  onValueChange: (value: string) => void;
}

function Combobox({ label, note, ...select }: ComboboxProps) {
  const id = useId();
  return (
    <Field label={label} note={note} htmlFor={id}>
      <Select id={id} {...select} />
    </Field>
  );
}
