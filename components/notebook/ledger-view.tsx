import { Download } from "lucide-react";
import { type ComponentProps, type ReactNode, useId } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { ScrollArea } from "@/components/ui/scroll-area";
import type { Ledger, SetAsideLine } from "@/lib/std/ledger";
import { LedgerBar } from "./ledger-bar";

type LedgerViewProps = Omit<ComponentProps<"section">, "children"> & {
  fileName: string;
  ledger: Ledger;
  locale: string;
  /** Gives every line set aside as a file. */
  onDownload: () => void;
  /** How the file was read, with "Change". */
  readAs?: ReactNode;
};

const FATES = {
  rejected: "could not be read",
  excluded: "left out by rule",
} as const;

/** The import ledger: it foots, and every line that does not count can be looked at. */
export function LedgerView({ fileName, ledger, locale, onDownload, readAs, className, ...props }: LedgerViewProps) {
  const id = useId();
  const aside = ledger.rejected + ledger.excluded;
  return (
    <section
      aria-labelledby={id}
      data-slot="ledger"
      className={cn("@container flex min-w-0 flex-col gap-5", className)}
      {...props}
    >
      <div>
        <h2 id={id} className="font-semibold text-lg [overflow-wrap:anywhere]">
          Import ledger <span className="font-medium text-soft">{fileName}</span>
        </h2>
        {readAs}
      </div>
      <Sum ledger={ledger} locale={locale} />
      {ledger.warnings.length > 0 ? (
        <ul className="flex max-w-[72ch] flex-col gap-1 text-soft text-sm">
          {ledger.warnings.map((warning) => (
            <li key={warning.sentence} className="border-warn border-l-2 pl-3">
              {warning.sentence}
            </li>
          ))}
        </ul>
      ) : null}
      {aside === 0 ? (
        <p className="text-base text-soft">Every line of the file counts. Nothing was set aside.</p>
      ) : (
        <>
          <Reasons ledger={ledger} locale={locale} />
          <Samples samples={ledger.samples} total={aside} locale={locale} />
          <div data-screen-only="">
            <Button variant="outline" onClick={onDownload}>
              <Download aria-hidden="true" />
              Download as CSV
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

function Sum({ ledger, locale }: { ledger: Ledger; locale: string }) {
  const parts = [
    { name: "lines", label: "lines in the file", sign: "" },
    { name: "kept", label: "kept", sign: "=", fill: "bg-series-1" },
    { name: "rejected", label: "rejected", sign: "+", fill: "bg-series-2" },
    { name: "excluded", label: "excluded", sign: "+", fill: "bg-ghost" },
  ] as const;
  return (
    <div>
      <dl className="flex flex-wrap items-baseline gap-x-3 gap-y-2">
        {parts.map((part) => (
          <div key={part.name} className="flex flex-col-reverse">
            <dt className={cn("flex items-center gap-1.5 text-soft text-xs", part.sign && "pl-6")}>
              {"fill" in part ? <span aria-hidden="true" className={cn("size-2", part.fill)} /> : null}
              {part.label}
            </dt>
            <dd className="flex items-baseline text-xl">
              {part.sign ? (
                <span aria-hidden="true" className="w-6 text-faint">
                  {part.sign}
                </span>
              ) : null}
              <span data-ledger={part.name} data-value={ledger[part.name]} className="font-[550] tracking-[-0.01em]">
                {ledger[part.name].toLocaleString(locale)}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <LedgerBar ledger={ledger} className="mt-3" />
    </div>
  );
}

function Reasons({ ledger, locale }: { ledger: Ledger; locale: string }) {
  return (
    <div>
      <h3 className="mb-1 font-medium text-faint text-xs">Why lines were set aside</h3>
      <ul className="text-base">
        {ledger.reasons.map((reason) => (
          <li
            key={`${reason.fate} ${reason.reason}`}
            className="flex items-baseline gap-4 border-line border-b py-1.5 last:border-b-0"
          >
            <span className="w-10 shrink-0 text-right font-[550]">{reason.lines.toLocaleString(locale)}</span>
            <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{reason.reason}</span>
            <span className="text-right text-faint text-xs">{FATES[reason.fate]}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface SamplesProps {
  samples: readonly SetAsideLine[];
  total: number;
  locale: string;
}

const HEAD = "border-line border-b bg-inherit pb-1.5 text-left font-medium text-faint text-xs";

function Samples({ samples, total, locale }: SamplesProps) {
  if (samples.length === 0) return null;
  const shown = samples.length;
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
              <th scope="col" className={cn(HEAD, "pl-4")}>
                As it stands in the file
              </th>
            </tr>
          </thead>
          <tbody>
            {samples.map((sample) => (
              <tr key={sample.line} className="align-baseline">
                <td className="py-1 text-right text-soft">{sample.line.toLocaleString(locale)}</td>
                <td className="min-w-44 py-1 pl-4">{sample.reason}</td>
                <td className="whitespace-pre py-1 pl-4 font-mono text-soft text-xs">{sample.raw}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </div>
  );
}
