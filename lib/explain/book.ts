import type { Say } from "@/lib/analyses/analysis";
import { toFormat, toSay } from "@/lib/analyses/say";
import type { Format } from "@/lib/query/format";
import { bare } from "./normalised";
import type { Metric, Payload } from "./payload";

/** A payload ready for looking things up: what a sentence is written and verified with. */
export interface Book {
  payload: Payload;
  metrics: ReadonlyMap<string, Metric>;
  /** Shown names by id; the id itself where names are hidden and not known here. */
  names: ReadonlyMap<string, string>;
  /** How Lucid itself writes each metric, by id, spaces and signs apart. */
  writings: ReadonlyMap<string, ReadonlySet<string>>;
  say: Say;
}

function writingsOf(metric: Metric, say: Say, format: Format): Set<string> {
  const column = { name: "", label: "", kind: "decimal", unit: metric.unit, hidden: false } as const;
  const own = [format.value(metric.value, column), format.short(Number(metric.value), column)];
  if (metric.unit === "money") own.push(say.moneyShort(metric.value), say.money(metric.value));
  return new Set(own.map(bare));
}

/** A book over a payload. In the browser `names` puts hidden names back; a server has none to give. */
export function toBook(payload: Payload, names: ReadonlyMap<string, string> = new Map()): Book {
  const say = toSay(payload);
  const format = toFormat(payload);
  return {
    payload,
    metrics: new Map(payload.metrics.map((metric) => [metric.id, metric])),
    names: new Map(payload.names.map(({ id, name }) => [id, names.get(id) ?? name ?? id])),
    writings: new Map(
      payload.metrics
        .filter(({ kind }) => kind !== "date")
        .map((metric) => [metric.id, writingsOf(metric, say, format)]),
    ),
    say,
  };
}
