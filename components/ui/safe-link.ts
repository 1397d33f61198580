/** What a link may lead to: another page, a letter, or a cell of this one. */
const ELSEWHERE: ReadonlySet<string> = new Set(["http:", "https:", "mailto:"]);

export type SafeLink = { to: "page"; href: string } | { to: "cell"; href: string };

/** The link an address of unknown origin makes; null where it could run something, or leads nowhere one can say. */
export function safeLink(address: string): SafeLink | null {
  const cell = /^#(?:cell-)?(\w+)$/.exec(address)?.[1];
  if (cell) return { to: "cell", href: `#cell-${cell}` };
  const url = URL.canParse(address) ? new URL(address) : null;
  return url && ELSEWHERE.has(url.protocol) ? { to: "page", href: url.href } : null;
}
