import { Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { LineChange } from "@/lib/notebook/line-diff";
import type { Difference } from "@/lib/notebook/version-diff";
import type { VersionEntry } from "@/lib/storage/storage";

interface VersionItemProps {
  entry: VersionEntry;
  locale: string;
  mayRestore: boolean;
  /** What changed since, while it is compared. */
  differences: readonly Difference[] | null;
  onCompare: () => void;
  onClose: () => void;
  onRestore: () => void;
  onRemove: () => void;
}

/** One version: its name or why it was kept, when, and what changed since. */
export function VersionItem({ entry, locale, mayRestore, differences, ...on }: VersionItemProps) {
  const called = entry.name ?? entry.reason ?? "";
  const when = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(entry.at);
  return (
    <li data-version={entry.id} className="border-line border-b py-2.5 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0 flex-1 basis-48">
          <span className={cn("block [overflow-wrap:anywhere]", entry.name ? "font-semibold" : "text-soft")}>
            {called}
          </span>
          <time dateTime={new Date(entry.at).toISOString()} className="block text-faint text-xs">
            {when}
            {entry.name ? null : " · kept by itself"}
          </time>
        </span>
        <span className="flex items-center gap-1.5 max-sm:-ml-2">
          <Button
            variant="soft"
            size="sm"
            aria-expanded={differences !== null}
            aria-label={`Compare ${called}, ${when}, with now`}
            onClick={differences ? on.onClose : on.onCompare}
          >
            Compare
          </Button>
          {mayRestore ? (
            <>
              <Button variant="outline" size="sm" aria-label={`Restore ${called}, ${when}`} onClick={on.onRestore}>
                Restore
              </Button>
              <Button variant="soft" size="icon-sm" aria-label={`Delete ${called}, ${when}`} onClick={on.onRemove}>
                <Trash2 aria-hidden="true" />
              </Button>
            </>
          ) : null}
        </span>
      </div>
      {differences ? <Differences differences={differences} /> : null}
    </li>
  );
}

function Differences({ differences }: { differences: readonly Difference[] }) {
  if (differences.length === 0) return <p className="mt-2 text-base text-soft">Nothing has changed since.</p>;
  return (
    <section aria-label="What changed since" className="mt-2 border-accent border-l-2 pl-3">
      <ul className="space-y-1.5 text-base">
        {differences.map(({ sentence, lines }) => (
          <li key={sentence}>
            <p className="[overflow-wrap:anywhere]">{sentence}</p>
            {lines ? <Lines lines={lines} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

const SIGNS: Readonly<Record<LineChange["kind"], { sign: string; said: string; look: string }>> = {
  same: { sign: " ", said: "", look: "text-soft" },
  removed: { sign: "−", said: "removed: ", look: "bg-down-wash" },
  added: { sign: "+", said: "added: ", look: "bg-accent-wash" },
};

/** Unchanged lines around a change that are shown. */
const AROUND = 2;

/** The lines with their place, without the long stretches where nothing changed. */
function shownLines(lines: readonly LineChange[]) {
  const places = lines.map((line, place) => ({ ...line, place }));
  const near = (at: number) =>
    lines.slice(Math.max(0, at - AROUND), at + AROUND + 1).some(({ kind }) => kind !== "same");
  return places.filter(({ place }) => near(place));
}

/** Lines of two texts: a sign and a word tell them apart, not the colour alone. */
function Lines({ lines }: { lines: readonly LineChange[] }) {
  const shown = shownLines(lines);
  return (
    <pre className="mt-1 whitespace-pre-wrap border border-line py-1 font-mono text-xs [overflow-wrap:anywhere]">
      {shown.map(({ kind, text, place }, at) => (
        <span key={place} className={cn("block px-2", SIGNS[kind].look)}>
          {at > 0 && shown[at - 1]?.place !== place - 1 ? <span className="block text-faint">…</span> : null}
          <span aria-hidden="true">{SIGNS[kind].sign} </span>
          <span className="sr-only">{SIGNS[kind].said}</span>
          {text === "" ? " " : text}
        </span>
      ))}
    </pre>
  );
}
