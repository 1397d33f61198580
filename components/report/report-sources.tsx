import type { Say } from "@/lib/analyses/analysis";
import type { Report, ReportSource } from "@/lib/report/report";

interface ReportSourcesProps {
  report: Pick<Report, "sources" | "asOf">;
  say: Say;
}

/** Which files the figures come from, how they were read, and which of their lines count. */
export function ReportSources({ report: { sources, asOf }, say }: ReportSourcesProps) {
  return (
    <footer data-slot="report-sources" className="border-line border-t pt-5 text-sm text-soft">
      <h2 className="font-semibold text-faint text-xs tracking-[0.03em]">Where these figures come from</h2>
      <ul className="mt-2 flex flex-col gap-4">
        {[...sources.entries()].map(([at, source]) => (
          <Source key={at} source={source} say={say} />
        ))}
      </ul>
      <p className="mt-4 text-faint text-xs">
        {asOf ? `As of ${say.date(asOf)}. ` : ""}Made with Lucid, on the device of whoever made it; no server holds this
        report.
      </p>
    </footer>
  );
}

const PARTS = [
  { name: "lines", words: "lines =" },
  { name: "kept", words: "kept +" },
  { name: "rejected", words: "rejected +" },
  { name: "excluded", words: "excluded" },
] as const;

function Source({ source, say }: { source: ReportSource; say: Say }) {
  return (
    <li aria-label={source.fileName} className="max-w-[80ch] [overflow-wrap:anywhere]">
      <p>
        <span className="font-medium text-ink">{source.fileName}</span>
        {": "}
        {PARTS.map(({ name, words }) => (
          <span key={name}>
            <span data-ledger={name} data-value={source[name]} className="font-[550]">
              {say.count(source[name])}
            </span>{" "}
            {words}{" "}
          </span>
        ))}
      </p>
      <p className="text-faint text-xs">{source.readAs}</p>
      {[...source.warnings.entries()].map(([at, warning]) => (
        <p key={at} className="text-warn text-xs">
          {warning}
        </p>
      ))}
    </li>
  );
}
