import type { ComponentProps, CSSProperties } from "react";
import { Toaster as Sonner } from "sonner";

type Variables = CSSProperties & Record<`--${string}`, string>;

const LOOK: Variables = {
  "--normal-bg": "var(--sheet)",
  "--normal-text": "var(--ink)",
  "--normal-border": "var(--line)",
  "--success-bg": "var(--sheet)",
  "--success-text": "var(--ink)",
  "--success-border": "var(--line)",
  "--error-bg": "var(--down-wash)",
  "--error-text": "var(--ink)",
  "--error-border": "var(--down)",
  "--border-radius": "7px",
  fontFamily: "var(--font-sans)",
};

/** Where toasts appear; call `toast` of sonner to show one. */
export function Toaster(props: ComponentProps<typeof Sonner>) {
  return (
    <Sonner
      position="bottom-left"
      gap={8}
      style={LOOK}
      toastOptions={{
        classNames: {
          toast: "!shadow-float !text-base !gap-3",
          description: "!text-soft",
          actionButton: "!bg-accent !text-paper !h-7 !px-2.5 !rounded-md !font-medium",
        },
      }}
      {...props}
    />
  );
}
