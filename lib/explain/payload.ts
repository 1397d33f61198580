import * as z from "zod/mini";
import { UNITS } from "@/lib/query/column";
import { cleanName } from "./clean-name";
import { knownAnalyses, knownLabels, knownRules } from "./vocabulary";

/** The most that one request carries. A body is always smaller than the 64 KB a server reads. */
export const CAPS = { metrics: 160, names: 60, insights: 12, bytes: 48 * 1024 } as const;

const oneOf = (known: ReadonlySet<string>, what: string) =>
  z.string().check(z.refine((text) => known.has(text), `not ${what} of this version`));

const metricId = z.string().check(z.regex(/^m[1-9]\d{0,2}$/));
const nameId = z.string().check(z.regex(/^P[1-9]\d?$/));
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const number = z.string().check(z.regex(/^-?\d{1,18}(\.\d{1,6})?$/));

const metric = z.strictObject({
  id: metricId,
  /** A column head of Lucid's own; never text of a file. */
  label: oneOf(knownLabels, "a label"),
  /** `setting` is a number a person chose, e.g. a threshold. */
  kind: z.enum(["figure", "setting", "date"]),
  unit: z.enum(UNITS),
  /** Decimal text ("share" is 0-1, "percent" 0-100), or YYYY-MM-DD of a date. */
  value: z.union([number, day]),
  /** "2026-06", "2026-06-01..2026-06-30", or null: all of the data. */
  period: z.nullable(z.string().check(z.regex(/^\d{4}(-\d{2}(-\d{2}(\.\.\d{4}-\d{2}-\d{2})?)?)?$/))),
  /** What it is a figure of; null is the whole shop. */
  of: z.nullable(nameId),
});

const name = z.strictObject({
  id: nameId,
  what: z.enum(["product", "category", "column", "group"]),
  /** null while names are hidden. */
  name: z.nullable(z.string().check(z.refine((text) => text === cleanName(text), "not a clean name"))),
});

const insight = z.strictObject({
  rule: oneOf(knownRules, "a rule"),
  category: z.enum(["risk", "growth", "efficiency"]),
  confidence: z.enum(["high", "medium", "low"]),
  of: z.nullable(nameId),
  metrics: z.array(metricId).check(z.maxLength(12)),
});

const subject = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("notebook") }),
  z.strictObject({ kind: z.literal("cell"), analysis: oneOf(knownAnalyses, "an analysis") }),
  z.strictObject({ kind: z.literal("insight"), rule: oneOf(knownRules, "a rule") }),
]);

/** The body of `POST /api/ai/explain`: computed figures and nothing else. Unknown keys, texts and ids are refused. */
export const payloadSchema = z
  .strictObject({
    version: z.literal(1),
    subject,
    /** BCP 47. */
    locale: z.string().check(z.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/)),
    /** ISO 4217. */
    currency: z.nullable(z.string().check(z.regex(/^[A-Z]{3}$/))),
    /** The newest day of the data. */
    asOf: z.nullable(day),
    names: z.array(name).check(z.maxLength(CAPS.names)),
    metrics: z.array(metric).check(z.minLength(1), z.maxLength(CAPS.metrics)),
    insights: z.array(insight).check(z.maxLength(CAPS.insights)),
  })
  .check(
    z.refine(idsFit, "ids are not unique or name nothing"),
    z.refine(namesFit, "names are hidden or sent, not both"),
  );

export type Payload = z.infer<typeof payloadSchema>;
export type Metric = Payload["metrics"][number];
export type PayloadName = Payload["names"][number];
export type PayloadInsight = Payload["insights"][number];

type Ids = {
  names: readonly { id: string }[];
  metrics: readonly { id: string; kind: string; value: string; of: string | null }[];
  insights: readonly { of: string | null; metrics: readonly string[] }[];
};

function idsFit({ names, metrics, insights }: Ids): boolean {
  const nameIds = new Set(names.map(({ id }) => id));
  const metricIds = new Set(metrics.map(({ id }) => id));
  const isNamed = ({ of }: { of: string | null }) => of === null || nameIds.has(of);
  return (
    nameIds.size === names.length &&
    metricIds.size === metrics.length &&
    metrics.every(isNamed) &&
    metrics.every(({ kind, value }) => (kind === "date") === /^\d{4}-\d{2}-\d{2}$/.test(value)) &&
    insights.every((each) => isNamed(each) && each.metrics.every((id) => metricIds.has(id)))
  );
}

function namesFit({ names }: { names: readonly { name: string | null }[] }): boolean {
  return names.every(({ name }) => name === null) || names.every(({ name }) => name !== null);
}

/** The body, byte for byte as the preview shows it and the request sends it. */
export function encodePayload(payload: Payload): string {
  return JSON.stringify(payload, null, 2);
}
