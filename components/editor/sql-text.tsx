import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";
import { sqlTokens } from "@/lib/query/sql-tokens";
import { sqlLook } from "./sql-look";

type SqlTextProps = Omit<ComponentProps<"pre">, "children"> & { text: string };

/** A query to be read: the look of the editor without the editor. */
export function SqlText({ text, className, ...props }: SqlTextProps) {
  return (
    <pre
      data-slot="sql-text"
      className={cn(
        "whitespace-pre-wrap font-mono text-ink text-sm leading-[1.6] [font-variant-ligatures:none] [overflow-wrap:anywhere]",
        className,
      )}
      {...props}
    >
      <code>
        {sqlTokens(text).map((token) => {
          const source = text.slice(token.start, token.end);
          const look = sqlLook(token, source);
          return look === null ? (
            source
          ) : (
            <span key={token.start} className={look}>
              {source}
            </span>
          );
        })}
      </code>
    </pre>
  );
}
