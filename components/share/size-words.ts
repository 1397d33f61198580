import type { SharedLink } from "@/lib/workbench/share-link";

interface SizeWords {
  size: string;
  rows: string;
  tone: string;
}

/** How far a link comes, and how much of long tables it holds. */
export function sizeWords({ url, rows, size }: SharedLink, count: (number: number) => string): SizeWords {
  const characters = `${count(url.length)} characters`;
  const held = `It holds up to ${count(rows)} rows of a table.`;
  if (size === "everywhere") return { size: `${characters}: fits everywhere.`, rows: held, tone: "text-up" };
  if (size === "mostly") {
    return {
      size: `${characters}: some mail and chat programs cut links this long.`,
      rows: `${held} Keep it short, choose fewer cells, or save a page.`,
      tone: "text-warn",
    };
  }
  return {
    size: `${characters}: too long for most programs.`,
    rows: "Save it as a page instead: one file that opens anywhere, without the internet.",
    tone: "text-down",
  };
}
