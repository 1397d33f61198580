import { Popover } from "radix-ui";
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { cn } from "./cn";
import { type Choice, WORD } from "./select";

interface SearchSelectProps {
  label: string;
  value: string;
  /** null while they are on their way. */
  choices: readonly Choice[] | null;
  /** What the value is called until then. */
  unlisted: string;
  onValueChange: (value: string) => void;
  /** The list is about to be looked at. */
  onOpen?: () => void;
  "data-param"?: string;
  "aria-describedby"?: string | undefined;
}

/** More than this are not drawn: one types a letter more. */
const MOST = 100;

/** Lower case without accents, so that "creme" finds "Crème". */
function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** A word of a sentence that is chosen from thousands by typing a part of it. */
export function SearchSelect({ label, value, choices, unlisted, onValueChange, onOpen, ...props }: SearchSelectProps) {
  const [open, setOpen] = useState(false);
  const shown = choices?.find((choice) => choice.value === value)?.label ?? unlisted;
  return (
    <Popover.Root
      open={open}
      onOpenChange={(next) => {
        if (next) onOpen?.();
        setOpen(next);
      }}
    >
      <Popover.Trigger asChild>
        <button
          type="button"
          role="combobox"
          aria-label={label}
          aria-haspopup="dialog"
          aria-expanded={open}
          data-value={value}
          className={cn(WORD, "max-w-full truncate text-left align-baseline")}
          {...props}
        >
          {shown}
        </button>
      </Popover.Trigger>
      <Popover.Portal container={typeof document === "undefined" ? null : document.querySelector("main")}>
        <Popover.Content
          aria-label={`Choose: ${label}`}
          align="start"
          sideOffset={6}
          collisionPadding={12}
          className="z-50 w-80 max-w-[calc(100vw-1.5rem)] animate-enter rounded-md border border-line bg-sheet p-1.5 shadow-float"
        >
          <SearchList
            label={label}
            value={value}
            choices={choices}
            onChoose={(next) => {
              setOpen(false);
              onValueChange(next);
            }}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

interface SearchListProps extends Pick<SearchSelectProps, "label" | "value" | "choices"> {
  onChoose: (value: string) => void;
}

function SearchList({ label, value, choices, onChoose }: SearchListProps) {
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const searchable = useMemo(
    () => (choices ?? []).map((choice) => ({ choice, plain: plain(choice.label) })),
    [choices],
  );
  const words = plain(text).split(/\s+/).filter(Boolean);
  const found = searchable.filter(({ plain: name }) => words.every((word) => name.includes(word)));
  const drawn = found.slice(0, MOST);
  const active = Math.min(at, drawn.length - 1);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);

  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt(Math.max(0, Math.min(drawn.length - 1, active + step)));
    }
    if (event.key === "Enter") {
      event.preventDefault();
      const chosen = drawn[active];
      if (chosen) onChoose(chosen.choice.value);
    }
  };
  return (
    <>
      <input
        type="search"
        role="combobox"
        aria-label={`Search ${label.toLowerCase()}`}
        aria-expanded={true}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={drawn.length > 0 ? `${id}-${active}` : undefined}
        placeholder="Type a part of the name"
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        className="h-8 w-full rounded-sm border border-edge bg-paper px-2.5 text-base text-ink placeholder:text-faint"
      />
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        className="mt-1.5 max-h-64 overflow-y-auto overscroll-contain"
      >
        {drawn.map(({ choice }, index) => (
          <div
            key={choice.value}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={choice.value === value}
            data-active={index === active || undefined}
            onMouseMove={() => setAt(index)}
            onClick={() => onChoose(choice.value)}
            onKeyDown={onKeyDown}
            className="cursor-default truncate rounded-sm px-2.5 py-1.5 text-base aria-selected:font-[550] aria-selected:text-accent data-active:bg-wash"
            title={choice.label}
          >
            {choice.label}
          </div>
        ))}
      </div>
      <p role="status" className="px-2.5 py-1 text-faint text-xs empty:hidden">
        {choices === null
          ? "Fetching the list…"
          : found.length === 0
            ? "Nothing is called so. Type a part of another name."
            : found.length > MOST
              ? `The first ${MOST} of ${found.length.toLocaleString("en")}: type more letters to narrow them.`
              : ""}
      </p>
    </>
  );
}
