import type { ComponentProps } from "react";
import { cn } from "./cn";

type ProgressProps = ComponentProps<"div"> & {
  /** What is under way; the accessible name. */
  label: string;
  /** 0-1, or null when nobody can know. */
  value: number | null;
};

export function Progress({ label, value, className, ...props }: ProgressProps) {
  const percent = value === null ? null : Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent ?? undefined}
      data-slot="progress"
      data-state={percent === null ? "indeterminate" : "determinate"}
      className={cn("h-1 w-full overflow-hidden rounded-full bg-line", className)}
      {...props}
    >
      <div
        className={cn("h-full rounded-full bg-accent", percent === null && "animate-pulse opacity-60")}
        style={{ width: percent === null ? "40%" : `${percent}%` }}
      />
    </div>
  );
}
