import type { ComponentProps } from "react";
import { cn } from "./cn";

export function Kbd({ className, ...props }: ComponentProps<"kbd">) {
  return (
    <kbd
      data-slot="kbd"
      className={cn("rounded-sm border border-line px-1.5 py-px font-mono text-[0.6875rem] text-faint", className)}
      {...props}
    />
  );
}
