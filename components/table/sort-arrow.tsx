import { ArrowDown, ArrowUp } from "lucide-react";
import { cn } from "@/components/ui/cn";
import type { Sort } from "./sort-rows";

interface SortArrowProps {
  direction: Sort["direction"] | null;
  /** Beside a head whose words end at the right it stands before them. */
  right: boolean;
  className?: string;
}

/** Beside the words of a head: which way its column is sorted, or faintly that it can be; its button is a `group`. */
export function SortArrow({ direction, right, className }: SortArrowProps) {
  const Arrow = direction === "ascending" ? ArrowUp : ArrowDown;
  return (
    <Arrow
      aria-hidden="true"
      className={cn(
        "absolute size-3 print:hidden",
        right ? "right-full" : "left-full",
        direction ? "opacity-100" : "opacity-0 group-hover:opacity-60 group-focus-visible:opacity-60",
        className,
      )}
    />
  );
}
