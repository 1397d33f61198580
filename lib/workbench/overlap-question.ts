import type { Overlap } from "@/lib/ingest/overlap";
import type { DataSet } from "@/lib/notebook/notebook";
import type { OverlapQuestion } from "./state";

/** Lines a data set of the notebook shares with a new one. */
export interface Shared {
  present: DataSet;
  overlap: Overlap;
  /** Lines of each on the days both have; null for what has no days. */
  onThoseDays: { present: number; fresh: number } | null;
}

/** What the entries of a list are called, one and several. */
const ENTRIES: Readonly<Partial<Record<DataSet["kind"], readonly [string, string]>>> = {
  inventory: ["product", "products"],
  products: ["product", "products"],
  orders: ["order", "orders"],
  stores: ["store", "stores"],
};

/** True when "Replace" can be done: days that another file replaced already can only be replaced as a whole. */
export function isReplaceable({ present, overlap }: Shared): boolean {
  if (present.kind !== "sales" && present.kind !== "returns") return true;
  const { from, to } = overlap;
  if (from === null || to === null) return false;
  return present.replaced === null || (from <= present.replaced.from && to >= present.replaced.to);
}

function daysOf({ from, to }: Overlap, locale: string): string {
  if (from === null || to === null) return "";
  const day = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const [first, last] = [from, to].map((each) => day.format(new Date(`${each}T00:00:00Z`)));
  return first === last ? ` on ${first}` : ` from ${first} to ${last}`;
}

/** The question as sentences, with what each answer does. */
export function overlapQuestion(fileName: string, shared: readonly Shared[], locale: string): OverlapQuestion {
  const count = (lines: number, [one, many]: readonly [string, string]) =>
    `${lines.toLocaleString(locale)} ${lines === 1 ? one : many}`;
  const words = (kind: DataSet["kind"]) => ENTRIES[kind] ?? (["line", "lines"] as const);
  const sentences = shared.map(({ present, overlap }) => {
    const said = `${present.fileName} already has ${count(overlap.lines, words(present.kind))} of ${fileName}`;
    return `${said}${daysOf(overlap, locale)}.`;
  });
  const sizes = shared.flatMap(({ present, onThoseDays: lines }) =>
    lines === null || lines.present === lines.fresh
      ? []
      : [
          `On those days ${present.fileName} has ${count(lines.present, words(present.kind))} and ${fileName} has ${lines.fresh.toLocaleString(locale)}.`,
        ],
  );
  const fewest = Math.min(...shared.map(({ overlap }) => overlap.newLines));
  const kind = shared[0]?.present.kind ?? "sales";
  const listed = kind in ENTRIES;
  const names = shared.map(({ present }) => present.fileName).join(", ");
  const replaceable = shared.every(isReplaceable);
  const days = shared.map(({ overlap }) => daysOf(overlap, locale).trim());
  return {
    sentences: [
      ...sentences,
      ...sizes,
      fewest > 0 ? `${count(fewest, words(kind))} of it ${fewest === 1 ? "is" : "are"} new.` : "Nothing in it is new.",
      ...(replaceable || listed
        ? []
        : ["Some of those days come from a newer file already, so they cannot be replaced again."]),
    ],
    keep: listed
      ? `Both files stay. Where they differ, ${fileName} is believed.`
      : "Both files count in full. Lines that are in both count twice.",
    replace: !replaceable
      ? null
      : listed
        ? `${names} is removed and ${fileName} takes its place.`
        : `${[...new Set(days)].join(" and ")} only ${fileName} counts; the lines of ${names} are set aside.`.replace(
            /^./,
            (letter) => letter.toUpperCase(),
          ),
  };
}
