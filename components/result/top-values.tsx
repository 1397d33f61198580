import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";
import type { TopValue } from "@/lib/analyses/profiled-column";

type TopValuesProps = Omit<ComponentProps<"ul">, "children"> & {
  top: readonly TopValue[];
  /** All values there are; the whole a bar is a part of. */
  filled: number;
  count: (count: number) => string;
  written: (value: string) => string;
};

/** The most frequent values, each on a bar as long as its share. */
export function TopValues({ top, filled, count, written, className, ...props }: TopValuesProps) {
  return (
    <ul data-slot="top-values" className={cn("flex flex-col gap-0.5 text-xs leading-4", className)} {...props}>
      {top.map(({ value, count: times }) => (
        <li key={value} className="relative flex items-baseline gap-2 px-1">
          <span
            aria-hidden="true"
            className="absolute inset-y-0 left-0 rounded-xs bg-accent-wash"
            style={{ width: `max(2px, ${(100 * times) / Math.max(filled, 1)}%)` }}
          />
          <bdi title={value} className="relative min-w-0 grow truncate">
            {value.trim() === "" ? <span className="text-faint">blank</span> : written(value)}
          </bdi>
          <span className="relative text-faint">{count(times)}</span>
        </li>
      ))}
    </ul>
  );
}
