import type { ProfiledColumn } from "@/lib/analyses/profiled-column";
import type { Format } from "@/lib/query/format";
import type { Row } from "@/lib/query/result";
import { Histogram } from "./histogram";
import { TopValues } from "./top-values";
import type { WriteValue } from "./value-writer";

/** So few different values are better named than measured. */
const NAMED = 3;

interface ProfileValuesProps {
  of: ProfiledColumn;
  row: Row;
  format: Format;
  write: WriteValue;
}

/** Where the values lie, or which are the most frequent. */
export function ProfileValues({ of, row, format, write }: ProfileValuesProps) {
  const written = (value: string) => write(value, of);
  const count = (number: number) => number.toLocaleString(format.locale);
  if (of.steps.length > 0 && Number(row.distinct_values) > NAMED) {
    const ends = `${written(String(row.minimum))} to ${written(String(row.maximum))}`;
    return (
      <Histogram
        steps={of.steps}
        label={`${of.name} in ten steps from ${ends}: ${of.steps.map(count).join(", ")}`}
        className="h-9 w-full"
      />
    );
  }
  if (of.top[0]?.count === 1) {
    return (
      <p className="line-clamp-2 text-soft text-xs [overflow-wrap:anywhere]">
        each once: {of.top.map(({ value }) => written(value)).join(", ")}
        {of.filled > of.top.length ? ", …" : null}
      </p>
    );
  }
  if (of.top.length > 0) return <TopValues top={of.top} filled={of.filled} count={count} written={written} />;
  return <span className="block text-xs [overflow-wrap:anywhere]">{row.top_values ?? null}</span>;
}
