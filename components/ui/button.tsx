import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "./cn";

/** Also for links that look like buttons: `<a className={buttonVariants({ variant: "outline" })}>`. */
export const buttonVariants = cva(
  "inline-flex shrink-0 items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-medium transition-colors disabled:opacity-50 aria-disabled:opacity-50 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary:
          "border-transparent bg-accent text-paper hover:bg-[color-mix(in_srgb,var(--accent)_86%,var(--ink))] disabled:hover:bg-accent",
        outline: "border-line bg-transparent text-ink hover:border-edge hover:bg-wash",
        quiet: "border-transparent bg-transparent text-ink hover:bg-wash",
        soft: "border-transparent bg-transparent text-soft hover:bg-wash hover:text-ink",
        danger: "border-transparent bg-down text-paper hover:bg-[color-mix(in_srgb,var(--down)_86%,var(--ink))]",
        link: "border-transparent px-0 text-accent underline decoration-1 underline-offset-3 hover:decoration-2",
      },
      size: {
        sm: "h-7 px-2 text-sm [&_svg]:size-3.5",
        md: "h-8 px-3 text-sm [&_svg]:size-4",
        lg: "h-10 px-4 text-base [&_svg]:size-4",
        icon: "size-8 [&_svg]:size-4",
        "icon-sm": "size-7 [&_svg]:size-4",
        text: "h-auto rounded-sm p-0 text-[length:inherit]",
      },
    },
    defaultVariants: { variant: "quiet", size: "md" },
  },
);

export type ButtonProps = ComponentProps<"button"> & VariantProps<typeof buttonVariants>;

export function Button({ className, variant, size, type = "button", ...props }: ButtonProps) {
  return (
    <button
      type={type}
      data-slot="button"
      data-variant={variant ?? "quiet"}
      className={cn(buttonVariants({ variant, size }), className)}
      {...props}
    />
  );
}
