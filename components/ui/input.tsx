import type { ComponentProps } from "react";
import { cn } from "./cn";

export function Input({ className, type = "text", ...props }: ComponentProps<"input">) {
  return (
    <input
      type={type}
      data-slot="input"
      className={cn(
        "h-8 w-full min-w-0 rounded-md border border-edge bg-sheet px-2.5 text-base text-ink aria-invalid:border-down disabled:opacity-60",
        className,
      )}
      {...props}
    />
  );
}
