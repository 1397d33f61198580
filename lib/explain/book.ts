import type { Say } from "@/lib/analyses/analysis";
import { toFormat, toSay } from "@/lib/analyses/say";
import type { Format } from "@/lib/query/format";
import type { Metric, Payload } from "./payload";

/** A payload ready for looking things up: what a sentence is written and verified with. */
export interface Book {
  payload: Payload;
  metrics: ReadonlyMap<string, Metric>;
  /** Shown names by id; the id itself where names are hidden and not known here. */
  names: ReadonlyMap<string, string>;
  say: Say;
  format: Format;
}

/** A book over a payload. In the browser `names` puts hidden names back; a server has none to give. */
export function toBook(payload: Payload, names: ReadonlyMap<string, string> = new Map()): Book {
  return {
    payload,
    metrics: new Map(payload.metrics.map((metric) => [metric.id, metric])),
    names: new Map(payload.names.map(({ id, name }) => [id, names.get(id) ?? name ?? id])),
    say: toSay(payload),
    format: toFormat(payload),
  };
}
