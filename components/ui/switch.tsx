import type { ComponentProps } from "react";
import { cn } from "./cn";

type SwitchProps = Omit<ComponentProps<"button">, "onChange" | "children"> & {
  label: string;
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
};

/** A switch with its word; the word is its accessible name. */
export function Switch({ label, checked, onCheckedChange, className, ...props }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={checked}
      data-slot="switch"
      data-state={checked ? "on" : "off"}
      onClick={() => onCheckedChange(!checked)}
      className={cn(
        "group inline-flex h-8 shrink-0 items-center gap-2 whitespace-nowrap rounded-md px-2 text-sm font-medium text-ink hover:bg-wash disabled:opacity-50",
        className,
      )}
      {...props}
    >
      <span
        aria-hidden="true"
        className="flex h-4 w-7 items-center rounded-full border border-edge bg-transparent px-0.5 transition-colors group-data-[state=on]:border-accent group-data-[state=on]:bg-accent"
      >
        <span className="size-2.5 rounded-full bg-edge transition-transform group-data-[state=on]:translate-x-3 group-data-[state=on]:bg-paper" />
      </span>
      {label}
    </button>
  );
}
