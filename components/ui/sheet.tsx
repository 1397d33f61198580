import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ComponentProps } from "react";
import { Button } from "./button";
import { cn } from "./cn";

/** A panel from the left edge: the side column on a phone. */
export function Sheet(props: ComponentProps<typeof Radix.Root>) {
  return <Radix.Root data-slot="sheet" {...props} />;
}

type SheetContentProps = Omit<ComponentProps<typeof Radix.Content>, "title"> & { title: string };

export function SheetContent({ title, className, children, ...props }: SheetContentProps) {
  return (
    <Radix.Portal>
      <Radix.Overlay
        data-slot="sheet-overlay"
        className="fixed inset-0 z-40 bg-[color-mix(in_srgb,var(--ink)_28%,transparent)] dark:bg-[rgb(0_0_0/0.6)]"
      />
      <Radix.Content
        data-slot="sheet-content"
        aria-describedby={undefined}
        className={cn(
          "fixed inset-y-0 left-0 z-50 flex w-[min(20rem,86vw)] animate-slide flex-col border-line border-r bg-paper shadow-float outline-none",
          className,
        )}
        {...props}
      >
        <header className="flex h-13 items-center justify-between border-line border-b pr-2 pl-5">
          <Radix.Title className="font-semibold text-lg">{title}</Radix.Title>
        </header>
        <div className="min-h-0 flex-1 overflow-y-auto px-5 py-5">{children}</div>
        {/* Last, so that the focus starts with the content. */}
        <Radix.Close asChild>
          <Button variant="soft" size="icon" aria-label="Close" className="absolute top-2.5 right-2">
            <X aria-hidden="true" />
          </Button>
        </Radix.Close>
      </Radix.Content>
    </Radix.Portal>
  );
}
