import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";
import { type Choice, WordSelect } from "@/components/ui/select";
import { type Aggregate, type ChartCell, type Drawing, TIME_STEPS } from "@/lib/notebook/notebook";
import { aggregatedDrawing, drawingBy, measures, offeredDrawing, typedDrawing } from "@/lib/workbench/chart-offer";
import type { ChartSource, SourceColumn } from "@/lib/workbench/chart-sources";

type Drawn = Pick<ChartCell, "source" | "drawing">;

type ChartSentenceProps = Omit<ComponentProps<"p">, "children" | "onChange"> &
  Drawn & {
    sources: readonly ChartSource[];
    onChange: (next: Drawn) => void;
  };

const TYPES: readonly Choice[] = [
  { value: "bars", label: "Bars" },
  { value: "line", label: "A line" },
  { value: "scatter", label: "Points" },
] satisfies { value: Drawing["type"]; label: string }[];

const AGGREGATES: readonly Choice[] = [
  { value: "none", label: "each" },
  { value: "sum", label: "the sum of" },
  { value: "average", label: "the average" },
  { value: "least", label: "the smallest" },
  { value: "most", label: "the largest" },
  { value: "count", label: "the number of rows" },
] satisfies { value: Aggregate; label: string }[];

const STEPS: readonly Choice[] = [
  { value: "", label: "each" },
  ...TIME_STEPS.map((step) => ({ value: step, label: `${step} of` })),
];

const NO_GROUP = "";

/** The columns one can choose, and the chosen one even where it is not there any more. */
function columnChoices(columns: readonly SourceColumn[], chosen: string, taken: readonly string[]): Choice[] {
  const free = columns.filter(({ name, empty }) => name === chosen || !(empty || taken.includes(name)));
  const choices = free.map(({ name, label }) => ({ value: name, label }));
  return choices.some(({ value }) => value === chosen)
    ? choices
    : [{ value: chosen, label: chosen === "" ? "choose…" : chosen }, ...choices];
}

/** What a chart draws, as a sentence whose words are controls. */
export function ChartSentence({ source: name, drawing, sources, onChange, className, ...props }: ChartSentenceProps) {
  const source = sources.find((one) => one.name === name) ?? null;
  const columns = source?.columns ?? [];
  const { type, x, y, group, aggregate, step } = drawing;
  const isTime = (column: string) => columns.some((one) => one.name === column && one.holds === "time");
  const change = (next: Partial<Drawing>) => onChange({ source: name, drawing: { ...drawing, ...next } });
  const across = type === "scatter" ? measures(columns) : columns;
  const known = sources.map((one) => ({ value: one.name, label: one.title }));
  const chosen = source ? [] : [{ value: name, label: name === "" ? "choose…" : name }];
  return (
    <p
      data-slot="chart-sentence"
      className={cn("max-w-[72ch] text-base text-soft leading-[1.9]", className)}
      {...props}
    >
      <WordSelect
        aria-label="Kind of chart"
        data-param="type"
        value={type}
        choices={TYPES}
        onValueChange={(value) => {
          const next = TYPES.find((one) => one.value === value)?.value as Drawing["type"];
          onChange({
            source: name,
            drawing: source ? typedDrawing(drawing, next, source) : { ...drawing, type: next },
          });
        }}
      />{" "}
      of{" "}
      <WordSelect
        aria-label="Values"
        data-param="aggregate"
        value={aggregate}
        choices={AGGREGATES}
        onValueChange={(value) => change(aggregatedDrawing(drawing, value as Aggregate, source))}
      />{" "}
      {aggregate === "count" ? null : (
        <>
          <WordSelect
            aria-label="What is drawn"
            data-param="y"
            value={y}
            choices={columnChoices(measures(columns), y, [x, group ?? ""])}
            onValueChange={(value) => change({ y: value })}
          />{" "}
        </>
      )}
      by{" "}
      {isTime(x) && aggregate !== "none" ? (
        <>
          <WordSelect
            aria-label="Times by"
            data-param="step"
            value={step ?? ""}
            choices={STEPS}
            onValueChange={(value) => change({ step: TIME_STEPS.find((one) => one === value) })}
          />{" "}
        </>
      ) : null}
      <WordSelect
        aria-label="By"
        data-param="x"
        value={x}
        choices={columnChoices(across, x, [aggregate === "count" ? "" : y, group ?? ""])}
        onValueChange={(value) => change(drawingBy(drawing, value, source))}
      />
      , split by{" "}
      <WordSelect
        aria-label="Split by"
        data-param="group"
        value={group ?? NO_GROUP}
        choices={[
          { value: NO_GROUP, label: "nothing" },
          ...columnChoices(columns, group ?? NO_GROUP, [x, y]).filter(({ value }) => value !== NO_GROUP),
        ]}
        onValueChange={(value) => change({ group: value === NO_GROUP ? null : value })}
      />
      , from{" "}
      <WordSelect
        aria-label="From"
        data-param="source"
        value={name}
        choices={[...chosen, ...known]}
        onValueChange={(value) => {
          const next = sources.find((one) => one.name === value);
          if (next) onChange({ source: value, drawing: offeredDrawing(next) });
        }}
      />
      .
    </p>
  );
}
