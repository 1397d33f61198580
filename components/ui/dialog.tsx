import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ComponentProps } from "react";
import { Button } from "./button";
import { cn } from "./cn";

/** Open state and children; put `DialogContent` inside. */
export function Dialog(props: ComponentProps<typeof Radix.Root>) {
  return <Radix.Root data-slot="dialog" {...props} />;
}

type DialogContentProps = Omit<ComponentProps<typeof Radix.Content>, "title"> & {
  /** The accessible name and the visible head. */
  title: string;
  description?: string | undefined;
};

export function DialogContent({ title, description, className, children, ...props }: DialogContentProps) {
  return (
    <Radix.Portal>
      <Radix.Overlay
        data-slot="dialog-overlay"
        className="fixed inset-0 z-40 animate-enter bg-[color-mix(in_srgb,var(--ink)_28%,transparent)] dark:bg-[rgb(0_0_0/0.6)]"
      />
      <Radix.Content
        data-slot="dialog-content"
        {...(description ? {} : { "aria-describedby": undefined })}
        className={cn(
          "fixed inset-x-0 bottom-0 z-50 mx-auto flex max-h-[92dvh] w-full max-w-[640px] animate-enter flex-col overflow-hidden rounded-t-lg border border-line bg-sheet shadow-float outline-none sm:inset-y-0 sm:my-auto sm:h-fit sm:max-h-[86dvh] sm:w-[calc(100%-3rem)] sm:rounded-lg",
          className,
        )}
        {...props}
      >
        <header className="flex items-start gap-4 py-4 pr-14 pl-6">
          <div className="min-w-0 flex-1">
            <Radix.Title className="font-serif font-semibold text-xl [overflow-wrap:anywhere]">{title}</Radix.Title>
            {description ? (
              <Radix.Description className="mt-0.5 text-base text-soft">{description}</Radix.Description>
            ) : null}
          </div>
        </header>
        {children}
        {/* Last, so that the focus starts with the content. */}
        <Radix.Close asChild>
          <Button variant="soft" size="icon-sm" aria-label="Close" className="absolute top-4 right-4">
            <X aria-hidden="true" />
          </Button>
        </Radix.Close>
      </Radix.Content>
    </Radix.Portal>
  );
}

/** The part that scrolls. */
export function DialogBody({ className, ...props }: ComponentProps<"div">) {
  return (
    <div
      data-slot="dialog-body"
      className={cn("min-h-0 flex-1 overflow-y-auto overscroll-contain px-6 pb-5", className)}
      {...props}
    />
  );
}

export function DialogFooter({ className, ...props }: ComponentProps<"footer">) {
  return (
    <footer
      data-slot="dialog-footer"
      className={cn("flex flex-wrap items-center justify-end gap-2 border-line border-t bg-sheet px-6 py-3", className)}
      {...props}
    />
  );
}
