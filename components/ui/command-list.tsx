import { Command } from "cmdk";
import { Search } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import { type ComponentProps, useState } from "react";
import { type CommandEntry, type CommandGroup, foundCommands } from "./found-commands";
import { Kbd } from "./kbd";

interface CommandDialogProps extends Pick<ComponentProps<typeof Radix.Content>, "onCloseAutoFocus"> {
  title: string;
  placeholder: string;
  groups: readonly CommandGroup[];
  onClose: () => void;
}

/** A list to choose from by typing some of its letters. */
export function CommandDialog({ title, placeholder, groups, onClose, onCloseAutoFocus }: CommandDialogProps) {
  const [search, setSearch] = useState("");
  const found = foundCommands(groups, search);
  return (
    <Radix.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Radix.Portal>
        <Radix.Overlay
          data-slot="dialog-overlay"
          className="fixed inset-0 z-40 animate-enter bg-[color-mix(in_srgb,var(--ink)_28%,transparent)] dark:bg-[rgb(0_0_0/0.6)]"
        />
        <Radix.Content
          data-slot="command-dialog"
          aria-describedby={undefined}
          onCloseAutoFocus={onCloseAutoFocus}
          className="fixed inset-x-0 top-0 z-50 mx-auto flex max-h-[92dvh] w-full max-w-[620px] animate-enter flex-col overflow-hidden rounded-b-lg border border-line bg-sheet shadow-float outline-none sm:top-[12dvh] sm:max-h-[70dvh] sm:w-[calc(100%-3rem)] sm:rounded-lg"
        >
          <Radix.Title className="sr-only">{title}</Radix.Title>
          <Command label={title} shouldFilter={false} loop className="flex min-h-0 flex-1 flex-col">
            <div className="relative border-line border-b">
              <Search aria-hidden="true" className="pointer-events-none absolute top-3.5 left-4 size-4 text-faint" />
              <Command.Input
                placeholder={placeholder}
                value={search}
                onValueChange={setSearch}
                className="h-11 w-full bg-transparent pr-4 pl-11 text-base text-ink outline-none placeholder:text-faint"
              />
            </div>
            <Command.List label={title} className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-1.5">
              {found.map(({ heading, entries }) => (
                <Command.Group key={heading} heading={heading} className={GROUP}>
                  {entries.map((entry) => (
                    <CommandItem key={entry.id} {...entry} />
                  ))}
                </Command.Group>
              ))}
            </Command.List>
            {/* Not in the list: that holds nothing but what can be chosen. */}
            <p role="status" className="px-4 pb-4 text-base text-soft empty:hidden">
              {found.length === 0 ? "Nothing is called so. Type other letters of its name." : null}
            </p>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

const GROUP =
  "[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-2.5 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:font-semibold [&_[cmdk-group-heading]]:text-faint [&_[cmdk-group-heading]]:text-xs";

function CommandItem({ id, label, detail, shortcut, onChoose }: CommandEntry) {
  return (
    <Command.Item
      value={id}
      onSelect={onChoose}
      className="flex min-h-8 cursor-default select-none items-center gap-2.5 rounded-sm px-3 py-1 text-base data-[selected=true]:bg-wash"
    >
      <span className="min-w-0 truncate">{label}</span>
      {detail ? <span className="min-w-0 truncate text-faint text-sm">{detail}</span> : null}
      {shortcut ? <Kbd className="ml-auto shrink-0">{shortcut}</Kbd> : null}
    </Command.Item>
  );
}
