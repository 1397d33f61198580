import type { ComponentProps } from "react";
import { cn } from "./cn";

/** The sign of Lucid: a prism with its ray. Decorative; the word beside it speaks. */
export function Mark({ className, ...props }: ComponentProps<"svg">) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      strokeWidth="1.7"
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden="true"
      data-slot="mark"
      className={cn("size-5 shrink-0", className)}
      {...props}
    >
      <path d="M12 3.2 2.8 20h18.4z" className="stroke-current" />
      <path d="M12 3.2V20" className="stroke-accent" />
    </svg>
  );
}

/** Sign and name, as in the top left corner. */
export function Wordmark({ className, ...props }: ComponentProps<"span">) {
  return (
    <span
      data-slot="wordmark"
      className={cn("inline-flex items-center gap-2.5 font-serif text-[1.0625rem] font-semibold", className)}
      {...props}
    >
      <Mark />
      Lucid
    </span>
  );
}
