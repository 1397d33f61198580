import { Switch as Radix } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";

type SwitchProps = Omit<ComponentProps<typeof Radix.Root>, "children"> & { label: string };

/** On or off, with its name beside it where there is room. */
export function Switch({ label, className, ...props }: SwitchProps) {
  return (
    <Radix.Root
      data-slot="switch"
      aria-label={label}
      className={cn(
        "group/switch inline-flex h-8 shrink-0 items-center gap-2 rounded-md px-1.5 text-soft text-sm hover:text-ink",
        className,
      )}
      {...props}
    >
      <span className="relative h-4 w-7 rounded-full border border-soft bg-paper group-data-[state=checked]/switch:border-accent group-data-[state=checked]/switch:bg-accent">
        <Radix.Thumb className="absolute top-[1px] left-[1px] size-3 rounded-full bg-soft transition-transform data-[state=checked]:translate-x-3 data-[state=checked]:bg-paper motion-reduce:transition-none" />
      </span>
      <span aria-hidden="true" className="max-lg:hidden">
        {label}
      </span>
    </Radix.Root>
  );
}
