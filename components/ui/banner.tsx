import { cva, type VariantProps } from "class-variance-authority";
import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./cn";

const bannerVariants = cva("flex items-start gap-3 border-l-[3px] px-4 py-2.5 text-base", {
  variants: {
    tone: {
      info: "border-accent bg-accent-wash text-ink [&>svg]:text-accent",
      warn: "border-warn bg-warn-wash text-ink [&>svg]:text-warn",
      error: "border-down bg-down-wash text-ink [&>svg]:text-down",
    },
  },
  defaultVariants: { tone: "info" },
});

const ICONS = { info: Info, warn: TriangleAlert, error: CircleAlert };

type BannerProps = ComponentProps<"div"> &
  VariantProps<typeof bannerVariants> & {
    /** What happened, as a sentence. */
    message: string;
    /** The next step. */
    hint?: string | null;
  };

/** A sentence with its next step, in the place where it happened. Children are the buttons. */
export function Banner({ tone, message, hint, className, children, ...props }: BannerProps) {
  const Icon = ICONS[tone ?? "info"];
  return (
    <div
      role={tone === "error" ? "alert" : "status"}
      data-slot="banner"
      data-tone={tone ?? "info"}
      className={cn(bannerVariants({ tone }), className)}
      {...props}
    >
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1">
        <p className="font-medium [overflow-wrap:anywhere]">{message}</p>
        {hint ? <p className="text-soft">{hint}</p> : null}
        {children ? <div className="mt-2 flex flex-wrap gap-2">{children}</div> : null}
      </div>
    </div>
  );
}
