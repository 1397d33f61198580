import type { Metric, Payload } from "../../payload";
import type { Random } from "./random";
import { BEFORE, NOW } from "./world";
import { moneyWriting, percentWriting, pointsWriting, type Writing } from "./writings";

/** A number of a labelled text, how it is written, and how it could be written of something else. */
export interface NumberPart {
  kind: "number";
  writing: Writing;
  /** The same figure of other products and of other periods, written alike. */
  ofOthers: readonly Writing[];
  ofPeriods: readonly Writing[];
  /** Words instead of digits. */
  spelled?: string;
}
export interface NamePart {
  kind: "name";
  text: string;
  others: readonly string[];
}
/** A month or a day. */
export interface DatePart {
  kind: "date";
  text: string;
  others: readonly string[];
}
export interface DirectionPart {
  kind: "direction";
  text: string;
  opposite: string;
}
export type Part = string | NumberPart | NamePart | DatePart | DirectionPart;

const SPELLED: Readonly<Record<string, readonly string[]>> = {
  en: "zero one two three four five six seven eight nine ten eleven twelve".split(" "),
  de: "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split(" "),
};

export type Scene = ReturnType<typeof toScene>;

/** What sentences are written from: two products of a world and its figures. `language` is that of the words. */
export function toScene(world: Payload, random: Random, language: "en" | "de") {
  const { locale, metrics } = world;
  const ids = world.names.map(({ id }) => id);
  const a = random.pick(ids);
  const b = random.pick(ids.filter((id) => id !== a));
  type Family = "money" | "part" | "any";
  const isOf = (unit: Metric["unit"], family: Family) =>
    family === "any" || (family === "money" ? unit === "money" : unit === "share" || unit === "percent");
  const find = (label: string, of: string | null, period: string | null, family: Family = "any"): Metric => {
    const found = metrics.find(
      (each) =>
        each.label === label &&
        each.of === of &&
        each.period === period &&
        each.kind === "figure" &&
        isOf(each.unit, family),
    );
    if (!found) throw new Error(`No ${label} of ${of} in ${period}.`);
    return found;
  };
  const value = (label: string, of: string | null, period: string | null = null) =>
    Number(find(label, of, period).value);
  const number = (metric: Metric, writing: Writing, factor: number): NumberPart => {
    const alike = metrics.filter(({ label, unit }) => label === metric.label && unit === metric.unit);
    const like = (from: readonly Metric[]) => from.map((each) => ({ ...writing, value: Number(each.value) * factor }));
    return {
      kind: "number",
      writing,
      ofOthers: like(alike.filter(({ of, period }) => of !== metric.of && of !== null && period === metric.period)),
      ofPeriods: like(alike.filter(({ of, period }) => of === metric.of && period !== metric.period)),
    };
  };
  const derived = (writing: Writing): NumberPart => ({ kind: "number", writing, ofOthers: [], ofPeriods: [] });
  const money = (label: string, of: string | null, period: string | null = null) => {
    const metric = find(label, of, period, "money");
    const writing = moneyWriting(Number(metric.value), locale, random);
    return number(metric, writing, writing.value / Number(metric.value));
  };
  const percent = (label: string, of: string | null, factor: 1 | 100) => {
    const metric = find(label, of, null, "part");
    return number(metric, percentWriting(Number(metric.value) * factor, locale, random), factor);
  };
  const count = (label: string, of: string | null, unit: "count" | "days" = "count"): NumberPart => {
    const metric = find(label, of, null);
    const found = unit === "days" ? Math.round(Number(metric.value)) : Number(metric.value);
    const part = number(metric, { before: "", after: "", value: found, digits: 0 }, 1);
    const word = SPELLED[language]?.[found];
    return word !== undefined && found > 1 && random.next() < 0.7 ? { ...part, spelled: word } : part;
  };
  const dateText = (iso: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language === "de" ? "de-DE" : locale, { ...options, timeZone: "UTC" }).format(
      new Date(`${iso}T00:00:00Z`),
    );
  const month = (period: string): DatePart => {
    const options = { month: "long", year: "numeric" } as const;
    const others = ["2026-03", NOW, BEFORE, "2025-06", "2024-11"].filter((each) => each !== period);
    return {
      kind: "date",
      text: dateText(`${period}-01`, options),
      others: others.map((each) => dateText(`${each}-01`, options)),
    };
  };
  const lastSold = (of: string): DatePart => {
    const iso = metrics.find((each) => each.label === "Last sold" && each.of === of)?.value ?? "";
    const options = { day: "numeric", month: random.pick(["long", "short"] as const), year: "numeric" } as const;
    const other = `${iso.slice(0, 8)}${iso.endsWith("28") ? "09" : "29"}`;
    return {
      kind: "date",
      text: dateText(iso, options),
      others: [dateText(other, options), dateText("2023-02-03", options)],
    };
  };
  const direction = (moved: number, pairs: readonly (readonly [up: string, down: string])[]): DirectionPart => {
    const [up, down] = random.pick(pairs);
    return { kind: "direction", text: moved > 0 ? up : down, opposite: moved > 0 ? down : up };
  };
  const changed = (now: number, then: number) =>
    derived(percentWriting(Math.abs((100 * (now - then)) / then), locale, random));
  return {
    a,
    b,
    whole: null,
    value,
    money,
    percent,
    count,
    month,
    lastSold,
    direction,
    name: (id: string): NamePart => {
      const nameOf = (each: string) => world.names.find((name) => name.id === each)?.name ?? "";
      return {
        kind: "name",
        text: nameOf(id),
        others: ids.filter((each) => each !== id && each !== a && each !== b).map(nameOf),
      };
    },
    changed,
    difference: (x: number, y: number) => derived(moneyWriting(Math.abs(x - y), locale, random)),
    points: (x: number, y: number) => derived(pointsWriting(Math.abs(x - y), locale, random)),
    share: (part: number, all: number) => derived(percentWriting((100 * part) / all, locale, random)),
    ratio: (x: number, y: number) => derived({ before: "", after: "", value: x / y, digits: 1 }),
    sum: (...values: readonly number[]) =>
      derived(
        moneyWriting(
          values.reduce((sum, each) => sum + each, 0),
          locale,
          random,
        ),
      ),
    /** The larger of the two products by a figure, first. */
    ranked: (label: string): readonly [string, string] => (value(label, a) >= value(label, b) ? [a, b] : [b, a]),
    say: (texts: TemplateStringsArray, ...parts: readonly Part[]): Part[] =>
      texts.flatMap((text, at) => {
        const part = parts[at];
        return part === undefined ? [text] : [text, part];
      }),
  };
}
