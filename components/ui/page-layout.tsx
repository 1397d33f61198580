import type { ComponentProps } from "react";
import { cn } from "./cn";

/** The bar at the top: mark, title, saved, space, actions. */
export function TopBar({ className, ...props }: ComponentProps<"header">) {
  return (
    <header
      data-slot="top-bar"
      className={cn(
        "sticky top-0 z-30 flex h-13 items-center gap-1.5 border-line border-b bg-[color-mix(in_srgb,var(--paper)_94%,transparent)] px-4 backdrop-blur-sm sm:gap-3 sm:px-5 print:hidden",
        className,
      )}
      {...props}
    />
  );
}

/** Left column and page. With `data-side="closed"` the column is folded away; below 60rem it is not shown at all. */
export function PageLayout({ className, ...props }: ComponentProps<"div">) {
  return (
    <div
      data-slot="page-layout"
      className={cn(
        "mx-auto max-w-[1420px] min-[60rem]:data-[side=open]:grid min-[60rem]:data-[side=open]:grid-cols-[15.5rem_minmax(0,1fr)]",
        className,
      )}
      {...props}
    />
  );
}

/** The left column: data, contents, shared filters. */
export function SideColumn({ className, ...props }: ComponentProps<"aside">) {
  return (
    <aside
      data-slot="side-column"
      className={cn(
        "sticky top-13 hidden h-[calc(100dvh-3.25rem)] flex-col gap-7 overflow-y-auto border-line border-r px-5 py-6 text-sm min-[60rem]:flex print:hidden",
        className,
      )}
      {...props}
    />
  );
}

/** The page itself. */
export function PageColumn({ className, ...props }: ComponentProps<"main">) {
  return (
    <main
      data-slot="page-column"
      className={cn(
        "mx-auto w-full min-w-0 max-w-[70rem] px-[1.125rem] pt-6 pb-24 sm:px-12 sm:pt-9 sm:pb-32 print:max-w-none print:p-0",
        className,
      )}
      {...props}
    />
  );
}

/** A small head in the left column. */
export function SideHeading({ className, ...props }: ComponentProps<"h2">) {
  return (
    <h2
      data-slot="side-heading"
      className={cn("mb-2.5 font-semibold text-faint text-xs tracking-[0.03em]", className)}
      {...props}
    />
  );
}
