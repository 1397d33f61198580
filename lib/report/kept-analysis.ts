import { type Definition, definitionSchema, type Report } from "./report";
import { unreadable } from "./report-error";

/** Where a definition waits on its way from a report to the first page, in the tab that opened the report. */
const KEY = "lucid-analysis";

type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** The questions of a report without its figures. */
function definitionOf({ title, locale, currency, cells }: Report): Definition {
  return {
    title,
    locale,
    currency,
    cells: cells.map((cell) => {
      const { kind, name } = cell;
      if (kind === "note") return cell;
      if (kind === "result") return { kind, name, title: cell.title, asking: cell.asking };
      return { kind, name, title: cell.title, input: cell.input, value: cell.value };
    }),
  };
}

/** Puts the questions of a report where the first page finds them. */
export function keepAnalysis(report: Report, shelf: Shelf): void {
  shelf.setItem(KEY, JSON.stringify(definitionOf(report)));
}

/** The questions that wait, once; null when there are none. Throws ReportError when they cannot be read. */
export function takeAnalysis(shelf: Shelf): Definition | null {
  const kept = shelf.getItem(KEY);
  if (kept === null) return null;
  shelf.removeItem(KEY);
  try {
    return definitionSchema.parse(JSON.parse(kept));
  } catch (cause) {
    throw unreadable(cause);
  }
}
