import { Download } from "lucide-react";
import { type ComponentProps, type ReactNode, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { ImportPlan } from "@/lib/ingest/plan";
import type { Ledger } from "@/lib/std/ledger";
import type { ReadingChange } from "@/lib/workbench/reading-change";
import { ChangeButton } from "./change-button";
import { LedgerBar } from "./ledger-bar";
import { type LedgerChange, lineChange, madeChoices, reasonChange, warningChange } from "./ledger-changes";
import { SetAsideTable } from "./set-aside-table";

type LedgerViewProps = Omit<ComponentProps<"section">, "children" | "onChange"> & {
  fileName: string;
  ledger: Ledger;
  locale: string;
  /** Gives every line set aside as a file. */
  onDownload: () => void;
  /** How the file was read, with "Change". */
  readAs?: ReactNode;
  /** How it was read, to be changed line by line and rule by rule; null where that is not known. */
  plan?: ImportPlan | null;
  /** Reads the file with a change; null while the file is not at hand. */
  onChange?: ((change: ReadingChange) => void) | null;
};

const FATES = {
  rejected: "could not be read",
  excluded: "left out by rule",
} as const;

/** The import ledger: it foots, every line that does not count can be looked at, and every rule can be switched. */
export function LedgerView(props: LedgerViewProps) {
  const { fileName, ledger, locale, onDownload, readAs, plan = null, onChange = null, className, ...rest } = props;
  const id = useId();
  const [told, setTold] = useState(false);
  const aside = ledger.rejected + ledger.excluded;
  const button = (offer: LedgerChange | null, of: string): ReactNode =>
    offer && plan ? (
      <ChangeButton
        words={offer.words}
        of={of}
        noteId={onChange ? undefined : `${id}-note`}
        onPress={() => (onChange ? onChange(offer.change) : setTold(true))}
      />
    ) : null;
  return (
    <section
      aria-labelledby={id}
      data-slot="ledger"
      className={cn("@container flex min-w-0 flex-col gap-5", className)}
      {...rest}
    >
      <div>
        <h2 id={id} className="font-semibold text-lg [overflow-wrap:anywhere]">
          Import ledger <span className="font-medium text-soft">{fileName}</span>
        </h2>
        {readAs}
      </div>
      <Sum ledger={ledger} locale={locale} />
      <Remarks ledger={ledger} plan={plan} locale={locale} button={button} />
      {plan && !onChange ? (
        <p
          id={`${id}-note`}
          role="status"
          data-screen-only=""
          className={told ? "border-accent border-l-2 pl-3 text-base" : "sr-only"}
        >
          {told ? `Drop ${fileName} again to change how it is read. Nothing else is needed.` : null}
        </p>
      ) : null}
      {aside === 0 ? (
        <p className="text-base text-soft">Every line of the file counts. Nothing was set aside.</p>
      ) : (
        <>
          <Reasons ledger={ledger} locale={locale} button={button} />
          <SetAsideTable
            samples={ledger.samples}
            total={aside}
            locale={locale}
            action={(sample) => (plan ? button(lineChange(plan, ledger, sample), `line ${sample.line}`) : null)}
          />
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
      <dl className="flex flex-wrap items-baseline gap-x-1 gap-y-2 @md:gap-x-3">
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

/** Draws the button of a change where there is one; `of` says what of. */
type DrawButton = (offer: LedgerChange | null, of: string) => ReactNode;

interface PartProps {
  ledger: Ledger;
  locale: string;
  button: DrawButton;
}

/** What is worth knowing and costs no line, and what was chosen for this file. */
function Remarks({ ledger, plan, locale, button }: PartProps & { plan: ImportPlan | null }) {
  const warned = new Set(ledger.warnings.flatMap(({ change }) => change?.rule ?? []));
  const choices = plan ? madeChoices(plan, ledger, locale, warned) : [];
  if (ledger.warnings.length + choices.length === 0) return null;
  const lines = [
    ...ledger.warnings.map((warning) => ({ sentence: warning.sentence, offer: warningChange(warning), tone: "warn" })),
    ...choices.map(({ sentence, back }) => ({ sentence, offer: back, tone: "plain" })),
  ];
  return (
    <ul data-slot="ledger-remarks" className="flex max-w-[80ch] flex-col gap-1.5 text-soft text-sm">
      {lines.map(({ sentence, offer, tone }) => (
        <li key={sentence} className={cn("border-l-2 pl-3", tone === "warn" ? "border-warn" : "border-line")}>
          {sentence} {button(offer, sentence)}
        </li>
      ))}
    </ul>
  );
}

function Reasons({ ledger, locale, button }: PartProps) {
  return (
    <div>
      <h3 className="mb-1 font-medium text-faint text-xs">Why lines were set aside</h3>
      <ul className="text-base">
        {ledger.reasons.map((reason) => (
          <li
            key={`${reason.fate} ${reason.reason}`}
            data-slot="ledger-reason"
            data-rule={reason.rule ?? undefined}
            data-lines={reason.lines}
            className="flex flex-wrap items-baseline gap-x-4 border-line border-b py-1.5 last:border-b-0 @lg:flex-nowrap"
          >
            <span className="w-10 shrink-0 text-right font-[550]">{reason.lines.toLocaleString(locale)}</span>
            <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{reason.reason}</span>
            <span className="flex items-baseline gap-4 text-right max-[30rem]:w-full max-[30rem]:pl-14 @max-lg:justify-between">
              <span className="text-faint text-xs">{FATES[reason.fate]}</span>
              {button(reasonChange(reason), reason.reason)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
