import type { ComponentProps } from "react";
import { cn } from "./cn";

/** A place where nothing stands yet: what is missing, and what to do. */
export function Empty({ className, ...props }: ComponentProps<"div">) {
  return (
    <div
      data-slot="empty"
      className={cn("flex flex-col items-start gap-1 border-line border-l-2 py-1 pl-4", className)}
      {...props}
    />
  );
}

export function EmptyTitle({ className, ...props }: ComponentProps<"p">) {
  return <p data-slot="empty-title" className={cn("font-medium text-base text-ink", className)} {...props} />;
}

export function EmptyDescription({ className, ...props }: ComponentProps<"p">) {
  return <p data-slot="empty-description" className={cn("max-w-[66ch] text-base text-soft", className)} {...props} />;
}
