"use client";

import { MOST_LINES } from "@/lib/report/files/sheet-room";
import { useWorkbenchState } from "./use-workbench";

/** Said beside "Excel workbook" of a table with more rows than a sheet has room for; nothing else is left out anywhere. */
export function SheetRoomNote({ count }: { count: number }) {
  const locale = useWorkbenchState(({ notebook }) => notebook?.locale ?? "en");
  if (count <= MOST_LINES) return null;
  const words = `the first ${MOST_LINES.toLocaleString(locale)} of ${count.toLocaleString(locale)} rows`;
  return <span className="ml-auto pl-6.5 text-faint text-sm">{words}</span>;
}
