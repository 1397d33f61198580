"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { useId } from "react";

const THEMES = [
  { value: "system", label: "As the device", Icon: Monitor },
  { value: "light", label: "Light", Icon: Sun },
  { value: "dark", label: "Dark", Icon: Moon },
] as const;

/** Light, dark or as the device says: one group of radio buttons. */
export function ThemeChoice() {
  const { theme, setTheme } = useTheme();
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label="Appearance"
      className="grid grid-cols-3 gap-px overflow-hidden rounded-md border border-edge bg-line"
    >
      {THEMES.map(({ value, label, Icon }) => (
        <label
          key={value}
          className="flex min-h-9 cursor-pointer items-center justify-center gap-2 bg-sheet px-2 text-center text-sm text-soft hover:text-ink has-checked:bg-accent-wash has-checked:font-[550] has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:-outline-offset-2"
        >
          <input
            type="radio"
            name={name}
            value={value}
            checked={theme === value}
            onChange={() => setTheme(value)}
            className="sr-only"
          />
          <Icon aria-hidden="true" className="size-4 shrink-0 max-sm:hidden" />
          {label}
        </label>
      ))}
    </div>
  );
}
