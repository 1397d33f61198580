import { toFormat, toSay } from "@/lib/analyses/say";
import type { Briefing } from "@/lib/explain/briefing";
import type { ShownSentence } from "@/lib/explain/sentence";
import { writePeriod } from "@/lib/explain/write-number";
import type { ExplainedMetric, ExplainedSentence } from "@/lib/notebook/explanation";
import { shortened } from "@/lib/std/shortened";

/** A verified sentence as a notebook keeps it: every number knows its figures in full and where they are shown. */
export function toldSentence({ part, pieces }: ShownSentence, briefing: Briefing): ExplainedSentence {
  const { payload, names, origins } = briefing;
  const say = toSay(payload);
  const format = toFormat(payload);

  function metricOf(id: string): ExplainedMetric[] {
    const metric = payload.metrics.find((each) => each.id === id);
    const origin = origins.get(id);
    if (!metric || !origin) return [];
    const { label, unit, kind, value, period, of } = metric;
    const column = { name: "", label, unit, kind: kind === "date" ? "date" : "decimal", hidden: false } as const;
    return [
      {
        label,
        value: format.value(value, column).replace(/^-/, "\u2212"),
        period: period === null ? null : writePeriod(period, { say }),
        of: of === null ? null : (names.get(of) ?? null),
        ...origin,
      },
    ];
  }

  return {
    part,
    pieces: pieces.map((piece) => {
      if (piece.kind === "text") return piece;
      if (piece.kind === "name") return { kind: "name", text: shortened(piece.text) };
      return { kind: "number", text: piece.text, metrics: piece.metrics.flatMap(metricOf) };
    }),
  };
}
