import { type KeyboardEvent, useEffect, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import type { Rule, Threshold } from "@/lib/insights/rule";
import type { Unit } from "@/lib/query/column";

const UNIT_WORDS: Readonly<Partial<Record<Unit, string>>> = {
  days: "days",
  percent: "%",
  turns: "turns a year",
  rate: "times",
  count: "months",
};

export type RuleThreshold = Threshold & { rule: Rule };

interface ThresholdPanelProps {
  thresholds: readonly RuleThreshold[];
  /** Complete values by name. */
  values: Readonly<Record<string, number>>;
  /** `null` goes back to the default. */
  onThreshold: (name: string, value: number | null) => void;
}

/** From where on a rule speaks; each number with its unit, grouped by rule. */
export function ThresholdPanel({ thresholds, values, onThreshold }: ThresholdPanelProps) {
  const rules = [...new Set(thresholds.map((threshold) => threshold.rule))];
  return (
    <div
      data-slot="threshold-panel"
      className="mt-2 grid gap-x-10 gap-y-3 border-line border-l-2 py-1 pl-4 text-sm @2xl:grid-cols-2"
    >
      {rules.map((rule) => (
        <fieldset key={rule.id} className="min-w-0">
          <legend className="font-medium">{rule.title}</legend>
          {thresholds
            .filter((threshold) => threshold.rule === rule)
            .map((threshold) => (
              <ThresholdField
                key={threshold.name}
                threshold={threshold}
                value={values[threshold.name] ?? threshold.default}
                onThreshold={onThreshold}
              />
            ))}
          <p className="text-faint text-xs">{`Counts as strong: ${rule.strongAt}.`}</p>
        </fieldset>
      ))}
    </div>
  );
}

interface ThresholdFieldProps {
  threshold: Threshold;
  value: number;
  onThreshold: (name: string, value: number | null) => void;
}

/** Taken over when the field is left or Enter is pressed; a number out of bounds is refused with a sentence. */
function ThresholdField({ threshold, value, onThreshold }: ThresholdFieldProps) {
  const id = useId();
  const [text, setText] = useState(String(value));
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => setText(String(value)), [value]);
  const { name, label, unit, min, max } = threshold;
  const commit = () => {
    const read = Number(text.replace(",", "."));
    const fits = text.trim() !== "" && read >= min && read <= max;
    setProblem(fits ? null : `Type a number from ${min} to ${max}.`);
    if (fits && read !== value) onThreshold(name, read === threshold.default ? null : read);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") commit();
    if (event.key === "Escape") {
      setText(String(value));
      setProblem(null);
    }
  };
  return (
    <div className="text-soft">
      <div className="flex flex-wrap items-baseline gap-x-2">
        <label htmlFor={id} className="min-w-0 flex-1">
          {label}
        </label>
        <input
          id={id}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          data-threshold={name}
          value={text}
          aria-invalid={problem !== null || undefined}
          aria-describedby={problem === null ? undefined : `${id}-problem`}
          onChange={(event) => setText(event.target.value)}
          onBlur={commit}
          onKeyDown={onKeyDown}
          className="h-7 w-16 rounded-md border border-edge bg-sheet px-2 text-right text-ink aria-invalid:border-down"
        />
        <span className="w-20">{UNIT_WORDS[unit] ?? ""}</span>
        {value === threshold.default ? null : (
          <Button variant="link" size="text" onClick={() => onThreshold(name, null)} aria-label={`Reset ${label}`}>
            Reset
          </Button>
        )}
      </div>
      {problem ? (
        <p id={`${id}-problem`} role="alert" className="text-down">
          {problem}
        </p>
      ) : null}
    </div>
  );
}
