import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { type Choice, Select } from "@/components/ui/select";
import {
  type DateOrder,
  type DecimalMark,
  type Guess,
  type ImportPlan,
  ROLE_LABELS,
  ROLES_OF,
} from "@/lib/ingest/plan";
import type { DataKind } from "@/lib/std/data-kind";
import { doubt, withColumn, withKind } from "./plan-changes";
import {
  currencyChoices,
  DATE_ORDERS,
  DECIMAL_MARKS,
  DISCOUNTS,
  encodingChoices,
  hasDates,
  hasMoney,
  headerChoices,
  KIND_CHOICES,
  KINDS,
} from "./plan-choices";

/** What changes where the table itself stands: the file is looked at once more. */
export interface TableChoice {
  encoding: string | null;
  sheet: string | null;
  headerRow?: number | null | undefined;
}

interface PlanFormProps {
  guess: Guess;
  plan: ImportPlan;
  locale: string;
  onPlan: (plan: ImportPlan) => void;
  onLook: (choice: TableChoice) => void;
}

/** How a file is read, as comboboxes: where the table stands, what its columns are, how dates and numbers are written. */
export function PlanForm(props: PlanFormProps) {
  const { guess, plan, onPlan } = props;
  // What is asked stands where it is seen first.
  const writingFirst = guess.questions.some((question) => /date order|decimal mark/i.test(question));
  return (
    <div data-slot="plan-form" className="flex flex-col gap-5">
      <Combobox
        label="Kind of data"
        below={KINDS[plan.kind].note}
        value={plan.kind}
        choices={KIND_CHOICES}
        onValueChange={(kind) => onPlan(withKind(plan, kind as DataKind))}
      />
      {writingFirst ? <Writing {...props} /> : null}
      <Roles {...props} />
      {writingFirst ? null : <Writing {...props} />}
      <Place {...props} />
    </div>
  );
}

function Roles({ guess, plan, onPlan }: PlanFormProps) {
  const roles = ROLES_OF[plan.kind];
  const columns = [{ value: "", label: "(none)" }, ...plan.columns.map((name) => ({ value: name, label: name }))];
  if (roles.length === 0) return null;
  return (
    <Group legend="Which column is what" wide={false}>
      {roles.map((role) => (
        <Combobox
          key={role}
          label={ROLE_LABELS[role]}
          note={doubt(guess, plan, role)}
          value={plan.mapping[role] ?? ""}
          choices={columns}
          onValueChange={(column) => onPlan(withColumn(plan, role, column))}
        />
      ))}
      {plan.mapping.discount !== undefined && roles.includes("discount") ? (
        <Combobox
          label="Discount is"
          value={plan.discountAs}
          choices={DISCOUNTS}
          onValueChange={(as) => onPlan({ ...plan, discountAs: as as ImportPlan["discountAs"] })}
        />
      ) : null}
    </Group>
  );
}

function Writing({ plan, locale, onPlan }: PlanFormProps) {
  const roles = ROLES_OF[plan.kind];
  if (plan.kind === "stores") return null;
  return (
    <Group legend="How it is written" wide>
      {hasDates(roles) ? (
        <Combobox
          label="Date order"
          value={plan.dateOrder}
          choices={DATE_ORDERS}
          onValueChange={(order) => onPlan({ ...plan, dateOrder: order as DateOrder })}
        />
      ) : null}
      {plan.kind === "orders" ? null : (
        <Combobox
          label="Decimal mark"
          value={plan.decimalMark}
          choices={DECIMAL_MARKS}
          onValueChange={(mark) => onPlan({ ...plan, decimalMark: mark as DecimalMark })}
        />
      )}
      {hasMoney(roles) ? (
        <Combobox
          label="Currency"
          value={plan.currency ?? ""}
          choices={currencyChoices(locale, plan.currency)}
          onValueChange={(currency) => onPlan({ ...plan, currency: currency === "" ? null : currency })}
        />
      ) : null}
    </Group>
  );
}

/** Sheet, header row and encoding; a change looks at the file once more, so the columns may be others. */
function Place({ guess, plan, onLook }: PlanFormProps) {
  const [lettersAsked, setLettersAsked] = useState(false);
  const letters = lettersAsked || plan.encoding !== "utf-8";
  const choice: TableChoice = { encoding: null, sheet: plan.sheet };
  return (
    <Group legend="Where the table stands" wide>
      {guess.sheets.length > 1 ? (
        <Combobox
          label="Sheet"
          value={plan.sheet ?? guess.sheets[0] ?? ""}
          choices={guess.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
          onValueChange={(sheet) => onLook({ ...choice, sheet })}
        />
      ) : null}
      <Combobox
        label="Names of columns in row"
        value={plan.layout.headerRow === null ? "" : String(plan.layout.headerRow)}
        choices={headerChoices(plan)}
        onValueChange={(row) =>
          onLook({ ...choice, encoding: plan.encoding, headerRow: row === "" ? null : Number(row) })
        }
      />
      {letters ? (
        <Combobox
          label="Encoding"
          value={plan.encoding}
          choices={encodingChoices(plan.encoding)}
          onValueChange={(encoding) => onLook({ ...choice, encoding })}
        />
      ) : (
        <Button
          variant="soft"
          size="sm"
          className="-ml-2 self-end justify-self-start"
          onClick={() => setLettersAsked(true)}
        >
          Letters look wrong?
        </Button>
      )}
    </Group>
  );
}

function Group({ legend, wide, children }: { legend: string; wide: boolean; children: React.ReactNode }) {
  return (
    <fieldset>
      <legend className="mb-2 font-semibold text-faint text-xs">{legend}</legend>
      <div className={wide ? "grid gap-x-5 gap-y-3 sm:grid-cols-3" : "grid gap-x-5 gap-y-3 sm:grid-cols-2"}>
        {children}
      </div>
    </fieldset>
  );
}

interface ComboboxProps {
  label: string;
  note?: string | undefined;
  /** What the choice means, in a quiet line under it. */
  below?: string | undefined;
  value: string;
  choices: readonly Choice[];
  onValueChange: (value: string) => void;
}

function Combobox({ label, note, below, ...select }: ComboboxProps) {
  const id = useId();
  return (
    <Field label={label} note={note} htmlFor={id}>
      <Select id={id} aria-describedby={below ? `${id}-below` : undefined} {...select} />
      {below ? (
        <span id={`${id}-below`} className="text-faint text-xs">
          {below}
        </span>
      ) : null}
    </Field>
  );
}
