import type { ComponentProps } from "react";
import { cn } from "./cn";

type FieldProps = ComponentProps<"div"> & { label: string; htmlFor: string; note?: string | undefined };

/** A label above its control; the label alone is the control's accessible name. */
export function Field({ label, htmlFor, note, className, children, ...props }: FieldProps) {
  return (
    <div data-slot="field" className={cn("flex min-w-0 flex-col gap-1", className)} {...props}>
      <span className="flex items-baseline justify-between gap-2">
        <label htmlFor={htmlFor} className="text-sm text-soft">
          {label}
        </label>
        {note ? <span className="truncate text-xs text-faint">{note}</span> : null}
      </span>
      {children}
    </div>
  );
}
