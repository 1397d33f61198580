import { DropdownMenu as Radix } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";
import { Kbd } from "./kbd";

export const Menu = Radix.Root;
export const MenuTrigger = Radix.Trigger;

export function MenuContent({ className, align = "end", ...props }: ComponentProps<typeof Radix.Content>) {
  // Inside the main landmark, so that nothing of the page stands outside of one while the menu is open.
  const main = typeof document === "undefined" ? null : document.querySelector("main");
  return (
    <Radix.Portal container={main}>
      <Radix.Content
        data-slot="menu"
        align={align}
        sideOffset={4}
        collisionPadding={8}
        onCloseAutoFocus={keepFocus}
        className={cn(
          "z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-44 max-w-[calc(100vw-1rem)] animate-enter overflow-y-auto rounded-md border border-line bg-sheet p-1 shadow-float",
          className,
        )}
        {...props}
      />
    </Radix.Portal>
  );
}

/** What a choice gave the focus to keeps it: a field for a name, another cell, a dialog. Else the menu's button has it. */
function keepFocus(event: Event): void {
  const here = document.activeElement;
  if (here instanceof HTMLElement && here !== document.body && !here.closest('[role="menu"]')) event.preventDefault();
}

type MenuItemProps = ComponentProps<typeof Radix.Item> & { tone?: "plain" | "danger"; shortcut?: string };

export function MenuItem({ className, tone = "plain", shortcut, children, ...props }: MenuItemProps) {
  return (
    <Radix.Item
      data-slot="menu-item"
      data-tone={tone}
      className={cn(
        "flex h-8 select-none items-center gap-2.5 rounded-sm px-2.5 text-base outline-none data-disabled:pointer-events-none data-highlighted:bg-wash data-[tone=danger]:text-down data-disabled:opacity-50 [&_svg]:size-4 [&_svg]:text-faint data-[tone=danger]:[&_svg]:text-current",
        className,
      )}
      {...props}
    >
      {children}
      {shortcut ? (
        <Kbd aria-hidden="true" className="ml-auto">
          {shortcut}
        </Kbd>
      ) : null}
    </Radix.Item>
  );
}

export function MenuSeparator({ className, ...props }: ComponentProps<typeof Radix.Separator>) {
  return <Radix.Separator className={cn("-mx-1 my-1 h-px bg-line", className)} {...props} />;
}
