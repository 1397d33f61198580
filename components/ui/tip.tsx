import { Tooltip as Radix } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

type TipProps = Omit<ComponentProps<typeof Radix.Content>, "content"> & {
  /** What is said while the pointer rests on the child, or it has the focus. */
  content: ReactNode;
};

/** A few words beside something that can be pressed; Escape takes them away. */
export function Tip({ content, className, children, ...props }: TipProps) {
  const main = typeof document === "undefined" ? null : document.querySelector("main");
  return (
    <Radix.Provider delayDuration={150} skipDelayDuration={300}>
      <Radix.Root>
        <Radix.Trigger asChild>{children}</Radix.Trigger>
        <Radix.Portal container={main}>
          <Radix.Content
            data-slot="tip"
            side="top"
            sideOffset={6}
            collisionPadding={8}
            className={cn(
              "z-50 max-w-80 animate-enter rounded-md border border-line bg-sheet px-3 py-2 text-ink text-xs shadow-float",
              className,
            )}
            {...props}
          >
            {content}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
