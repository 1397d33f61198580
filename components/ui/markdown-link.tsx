import type { ComponentProps, MouseEvent } from "react";
import { safeLink } from "./safe-link";

/** A link of somebody's text: its words alone where the address is not one to follow. */
export function MarkdownLink({ href: address, children }: Pick<ComponentProps<"a">, "children"> & { href: string }) {
  const link = safeLink(address);
  if (!link) return <span>{children}</span>;
  const look = "rounded-sm text-accent underline decoration-1 underline-offset-3 hover:decoration-2";
  if (link.to === "cell") {
    return (
      <a href={link.href} onClick={(event) => goTo(event, link.href)} className={look}>
        {children}
      </a>
    );
  }
  return (
    <a href={link.href} title={link.href} target="_blank" rel="noopener noreferrer" className={look}>
      {children}
    </a>
  );
}

/** By hand, because the address of a shared report is the report itself: it must stay as it is. */
function goTo(event: MouseEvent, href: string): void {
  event.preventDefault();
  const cell = document.getElementById(href.slice(1));
  cell?.scrollIntoView({ block: "start" });
  cell?.focus({ preventScroll: true });
}
