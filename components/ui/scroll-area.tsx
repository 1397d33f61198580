import { type ComponentProps, useRef } from "react";
import { cn } from "./cn";
import { useOverflow } from "./use-overflow";

type ScrollAreaProps = Omit<ComponentProps<"div">, "ref"> & {
  /** What scrolls; said when the area is reached by keyboard. */
  label: string;
};

/** An area that scrolls; a stop of the keyboard only while there is more than fits. */
export function ScrollArea({ label, className, ...props }: ScrollAreaProps) {
  const area = useRef<HTMLDivElement>(null);
  const { scrolls } = useOverflow(area);
  return (
    <div
      ref={area}
      data-slot="scroll-area"
      {...(scrolls ? { role: "group", "aria-label": label, tabIndex: 0 } : {})}
      className={cn("relative overflow-auto overscroll-x-contain focus-visible:-outline-offset-2", className)}
      {...props}
    />
  );
}
