import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { ScrollArea } from "@/components/ui/scroll-area";
import type { SetAsideLine } from "@/lib/std/ledger";

interface SetAsideTableProps {
  samples: readonly SetAsideLine[];
  /** All lines set aside; the samples may be fewer. */
  total: number;
  locale: string;
  /** What can be done about one line, or null. */
  action: (sample: SetAsideLine) => ReactNode;
}

const HEAD = "border-line border-b bg-inherit pb-1.5 text-left font-medium text-faint text-xs";

/** Lines that do not count as they stand in the file, each with its reason. */
export function SetAsideTable({ samples, total, locale, action }: SetAsideTableProps) {
  if (samples.length === 0) return null;
  const shown = samples.length;
  const lines = samples.map((sample) => ({ sample, offer: action(sample) }));
  const offers = lines.some(({ offer }) => offer !== null);
  return (
    <div className="min-w-0">
      <h3 className="mb-1.5 font-medium text-faint text-xs">
        {shown < total ? `The first ${shown} of ${total.toLocaleString(locale)} lines` : "The lines"}
      </h3>
      <ScrollArea label="Lines set aside" className="max-h-80">
        <table className="w-full border-separate border-spacing-0 text-sm">
          <thead>
            <tr>
              <th scope="col" className={cn(HEAD, "text-right")}>
                Line
              </th>
              <th scope="col" className={cn(HEAD, "pl-4")}>
                Reason
              </th>
              {offers ? (
                <th scope="col" className={cn(HEAD, "pl-4")}>
                  <span className="sr-only">Change</span>
                </th>
              ) : null}
              <th scope="col" className={cn(HEAD, "w-full pl-4")}>
                As it stands in the file
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ sample, offer }) => (
              <tr key={sample.line} className="align-baseline">
                <td className="py-1 text-right text-soft">{sample.line.toLocaleString(locale)}</td>
                <td className="min-w-44 py-1 pl-4">{sample.reason}</td>
                {offers ? <td className="py-1 pl-4">{offer}</td> : null}
                <td className="whitespace-pre py-1 pl-4 font-mono text-soft text-xs">{sample.raw}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </div>
  );
}
