import { useEffect, useRef, useState } from "react";
import { cn } from "@/components/ui/cn";
import { type Choice, WORD, WordSelect } from "@/components/ui/select";
import { rangeOf } from "@/lib/analyses/value-words";
import { type ControlProps, parsed } from "./param-control";

type ListWordProps = ControlProps & {
  choices: readonly Choice[];
  /** First and last day of the data, for the start of a custom period. */
  days: { first: string; last: string } | null;
};

const CUSTOM = "between";

/** A choice, category, store or period as a word of the sentence. */
export function ListWord({ name, param, value, choices, days, onCommit, onProblem, problemId }: ListWordProps) {
  const current = String(value);
  /** The value two days are asked instead of; the question is over once there is another. */
  const [askedAt, setAskedAt] = useState<string | null>(null);
  const asking = askedAt === current;
  useEffect(() => {
    if (askedAt !== null && askedAt !== current) setAskedAt(null);
  }, [askedAt, current]);
  const isPeriod = param.kind === "period";
  const range = rangeOf(current) ?? (days ? { from: days.first, to: days.last } : { from: "", to: "" });
  const custom = isPeriod && (asking || rangeOf(current) !== null);
  const offered = isPeriod ? [...choices, { value: CUSTOM, label: "between two days…" }] : choices;

  const commit = (given: string) => {
    const read = parsed(param, given);
    onProblem(read.problem);
    if (read.value !== null && read.value !== value) onCommit(read.value);
  };
  return (
    <>
      <WordSelect
        aria-label={param.label}
        aria-describedby={problemId}
        data-param={name}
        value={asking ? CUSTOM : current}
        choices={offered}
        onValueChange={(next) => {
          setAskedAt(next === CUSTOM ? current : null);
          if (next !== CUSTOM) commit(next);
        }}
      />
      {custom ? (
        <DayRange
          label={param.label}
          from={range.from}
          to={range.to}
          onRange={(from, to) => commit(`${from}..${to}`)}
        />
      ) : null}
    </>
  );
}

interface DayRangeProps {
  label: string;
  from: string;
  to: string;
  onRange: (from: string, to: string) => void;
}

/** Two days inside the sentence; taken over when both fields are left or Enter is pressed. */
function DayRange({ label, from, to, onRange }: DayRangeProps) {
  const [days, setDays] = useState({ from, to });
  useEffect(() => setDays({ from, to }), [from, to]);
  const both = useRef<HTMLSpanElement>(null);
  const finish = () => {
    if (days.from !== "" && days.to !== "" && (days.from !== from || days.to !== to)) onRange(days.from, days.to);
  };
  const field = (end: "from" | "to") => (
    <input
      type="date"
      aria-label={`${label} ${end}`}
      value={days[end]}
      onChange={(event) => setDays({ ...days, [end]: event.target.value })}
      onBlur={({ relatedTarget }) => {
        if (!both.current?.contains(relatedTarget)) finish();
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter") finish();
      }}
      className={cn(WORD, "cursor-text")}
    />
  );
  return (
    <span ref={both} className="whitespace-nowrap max-sm:whitespace-normal">
      {" "}
      from {field("from")} to {field("to")}
    </span>
  );
}
