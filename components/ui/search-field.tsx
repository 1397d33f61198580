import { Search } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./cn";

type SearchFieldProps = Omit<ComponentProps<"input">, "value" | "onChange" | "type"> & {
  label: string;
  value: string;
  onValueChange: (value: string) => void;
};

/** A field that narrows the list below it. */
export function SearchField({ label, value, onValueChange, className, ...props }: SearchFieldProps) {
  return (
    <div data-slot="search-field" className={cn("relative", className)}>
      <Search aria-hidden="true" className="pointer-events-none absolute top-2.5 left-3 size-4 text-faint" />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        value={value}
        onChange={(event) => onValueChange(event.target.value)}
        className="h-9 w-full rounded-md border border-edge bg-paper pr-3 pl-9 text-base text-ink placeholder:text-faint"
        {...props}
      />
    </div>
  );
}
