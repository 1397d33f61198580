import type { Unit, Value } from "@/lib/query/column";
import { cleanName } from "./clean-name";
import { CAPS, type Metric, type PayloadName } from "./payload";

/** Where a metric is shown: a cell by name, a column, a row of its result (null: none of its own). */
export interface Origin {
  cell: string;
  column: string;
  row: number | null;
}

interface MetricSpec {
  label: string;
  unit: Unit;
  value: Value;
  period?: string | null;
  of?: string | null;
  origin: Origin;
}

const DAY = /^\d{4}-\d{2}-\d{2}/;
const NUMBER = /^-?\d{1,18}(\.\d{1,6})?$/;

/** Decimal text of at most six decimals, or a day; null of what is neither. */
function valueText(value: Value): string | null {
  if (typeof value === "number") return Number.isFinite(value) ? String(Number(value.toFixed(6))) : null;
  if (typeof value !== "string") return null;
  return DAY.test(value) ? value.slice(0, 10) : value;
}

/** Collects metrics and names under short ids, each once, until the caps are reached. */
export function toMetricList() {
  const metrics: Metric[] = [];
  const names: (PayloadName & { name: string })[] = [];
  const origins = new Map<string, Origin>();
  const shownNames = new Map<string, string>();
  const keys = new Map<string, string>();
  return {
    metrics,
    names,
    origins,
    /** Names as the notebook shows them, by id. */
    shownNames,
    /** The id of a name; null when there is no room for it. `key` tells apart what has the same name. */
    nameId(name: string, what: PayloadName["what"], key: string | null): string | null {
      const known = names.find((each) => {
        const other = keys.get(each.id) ?? null;
        return (
          shownNames.get(each.id) === name && each.what === what && (key === other || key === null || other === null)
        );
      });
      if (known && key !== null) keys.set(known.id, key);
      if (known || names.length >= CAPS.names) return known?.id ?? null;
      const id = `P${names.length + 1}`;
      names.push({ id, what, name: cleanName(name) });
      shownNames.set(id, name);
      if (key !== null) keys.set(id, key);
      return id;
    },
    /** The id of a metric; null of what cannot be sent or has no room. */
    add({ label, unit, value, period = null, of = null, origin }: MetricSpec): string | null {
      const text = valueText(value);
      if (text === null || metrics.length >= CAPS.metrics || !(NUMBER.test(text) || DAY.test(text))) return null;
      const metric = { label, kind: DAY.test(text) ? "date" : "figure", unit, value: text, period, of } as const;
      const known = metrics.find((each) =>
        Object.entries(metric).every(([key, part]) => each[key as keyof Metric] === part),
      );
      if (known) return known.id;
      const id = `m${metrics.length + 1}`;
      metrics.push({ id, ...metric });
      origins.set(id, origin);
      return id;
    },
  };
}

export type MetricList = ReturnType<typeof toMetricList>;
