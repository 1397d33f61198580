import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./cn";

export interface Choice {
  value: string;
  label: string;
}

type SelectProps = Omit<ComponentProps<"select">, "onChange" | "value"> & {
  value: string;
  choices: readonly Choice[];
  onValueChange: (value: string) => void;
};

function Options({ choices }: { choices: readonly Choice[] }) {
  return choices.map((choice) => (
    <option key={choice.value} value={choice.value}>
      {choice.label}
    </option>
  ));
}

/** A native select in the house's clothes: role combobox, every keyboard and every phone knows it. */
export function Select({ className, choices, onValueChange, ...props }: SelectProps) {
  return (
    <span data-slot="select" className={cn("relative inline-flex w-full min-w-0", className)}>
      <select
        className="h-8 w-full min-w-0 appearance-none truncate rounded-md border border-edge bg-sheet pr-8 pl-2.5 text-base text-ink aria-invalid:border-down disabled:opacity-60"
        onChange={(event) => onValueChange(event.target.value)}
        {...props}
      >
        <Options choices={choices} />
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 right-2.5 size-3.5 -translate-y-1/2 text-faint"
      />
    </span>
  );
}

/** A select that reads as one word of a sentence and is as wide as that word. */
export function WordSelect({ className, choices, onValueChange, value, ...props }: SelectProps) {
  const shown = choices.find((choice) => choice.value === value)?.label ?? value;
  return (
    <span data-slot="word-select" className={cn("inline-grid max-w-full align-baseline", className)}>
      <span aria-hidden="true" className="invisible col-start-1 row-start-1 truncate px-1 font-[550]">
        {shown}
      </span>
      <select
        className={cn("col-start-1 row-start-1 w-0 min-w-full truncate", WORD)}
        value={value}
        onChange={(event) => onValueChange(event.target.value)}
        {...props}
      >
        <Options choices={choices} />
      </select>
    </span>
  );
}

/** What every word with a control behind it wears. */
export const WORD =
  "appearance-none rounded-t-sm border-0 border-b-[1.5px] border-dotted border-accent bg-transparent px-1 py-0 font-[550] leading-[1.45] text-accent hover:bg-accent-wash focus-visible:bg-accent-wash";
