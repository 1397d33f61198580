import { ArrowRight, FileSpreadsheet } from "lucide-react";
import { type ComponentProps, useId } from "react";
import { Button, buttonVariants } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { RecentNotebook } from "@/lib/workbench/state";
import { DropTarget } from "./drop-target";
import { FileInput } from "./file-input";
import { type RecentActions, RecentList } from "./recent-list";

type FirstPageProps = ComponentProps<"div"> &
  RecentActions & {
    recents: readonly RecentNotebook[];
    /** BCP 47, for the dates of recent notebooks. */
    locale: string;
    onFiles: (files: File[]) => void;
    onSample: () => void;
    /** The sample is on its way. */
    busy?: boolean;
  };

/** Where one starts: what it does, the place to drop a file, the sample, and what was made before. */
export function FirstPage({
  recents,
  locale,
  onFiles,
  onSample,
  onOpen,
  onRename,
  onDuplicate,
  onDelete,
  busy,
  className,
  children,
  ...props
}: FirstPageProps) {
  return (
    <div
      data-slot="first-page"
      className={cn("mx-auto w-full max-w-[52rem] px-[1.125rem] pt-10 pb-20 sm:px-8 sm:pt-[11vh]", className)}
      {...props}
    >
      <h1 className="max-w-[21ch] font-semibold font-serif text-[1.75rem] leading-[1.14] tracking-[-0.014em] sm:text-[2.625rem]">
        Drop your sales file. Read what it says.
      </h1>
      <p className="mt-3.5 max-w-[62ch] text-lg text-soft">
        What sells, what earns, what gathers dust: an honest analysis whose numbers foot to your file, to the cent. It
        is made here, in your browser. The file never leaves it.
      </p>
      <DropZone onFiles={onFiles} />
      <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2 text-base text-soft">
        <Button variant="outline" size="lg" onClick={onSample} disabled={busy}>
          Try the sample shop
          <ArrowRight aria-hidden="true" />
        </Button>
        <span className="min-w-0 text-sm">A small grocer, 18 months of sales, one stock list.</span>
      </div>
      {children}
      {recents.length > 0 ? (
        <RecentList recents={recents} locale={locale} {...{ onOpen, onRename, onDuplicate, onDelete }} />
      ) : null}
      <DropTarget onFiles={onFiles} promise="Lucid reads it here, in your browser." />
    </div>
  );
}

/** The drop zone is a label of the file field: one click, one key or one drop. */
function DropZone({ onFiles }: { onFiles: (files: File[]) => void }) {
  const id = useId();
  return (
    <label
      htmlFor={id}
      data-slot="drop-zone"
      className="mt-8 grid cursor-pointer gap-x-5 gap-y-4 rounded-lg border-[1.5px] border-edge border-dashed bg-sheet px-5 py-7 transition-colors hover:border-accent hover:bg-accent-wash has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2 sm:grid-cols-[auto_1fr_auto] sm:items-center sm:px-8 sm:py-11"
    >
      <FileInput id={id} onFiles={onFiles} />
      <FileSpreadsheet aria-hidden="true" strokeWidth={1.3} className="size-10 text-accent max-sm:hidden" />
      <span>
        <span className="block font-semibold text-lg">
          <span className="max-sm:hidden">Drop one or several files anywhere on this page</span>
          <span className="sm:hidden">Choose a file from your till or web shop</span>
        </span>
        <span className="mt-0.5 block text-base text-soft">
          What a till, web shop or accounting program exports: CSV, Excel, JSON, Parquet, in any form. Or paste cells
          here.
        </span>
      </span>
      <span aria-hidden="true" className={buttonVariants({ variant: "primary", size: "lg" })}>
        Choose files
      </span>
    </label>
  );
}
