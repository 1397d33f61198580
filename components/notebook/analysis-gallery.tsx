import { Plus } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogContent } from "@/components/ui/dialog";
import type { Analysis } from "@/lib/analyses/analysis";

type Offered = Pick<Analysis, "name" | "title" | "question">;

interface AnalysisGalleryProps {
  /** What can be asked, in groups with a heading each. */
  groups: readonly { heading: string; analyses: readonly Offered[] }[];
  onAdd: (name: string) => void;
}

/** Everything a notebook can be asked, with the question each answers; opened from the end of the notebook. */
export function AnalysisGallery({ groups, onAdd }: AnalysisGalleryProps) {
  const [open, setOpen] = useState(false);
  const chosen = useRef<string | null>(null);
  return (
    <div data-screen-only="" className="mt-8">
      <Button variant="outline" onClick={() => setOpen(true)}>
        <Plus aria-hidden="true" />
        Add an analysis
      </Button>
      <Dialog open={open} onOpenChange={setOpen}>
        <DialogContent
          title="Add an analysis"
          className="max-w-[720px]"
          onCloseAutoFocus={(event) => {
            if (chosen.current === null) return;
            // The focus goes to the new cell, not back to the button.
            event.preventDefault();
            onAdd(chosen.current);
            chosen.current = null;
          }}
        >
          <DialogBody className="flex flex-col gap-6">
            {groups.map(({ heading, analyses }) => (
              <section key={heading} aria-label={heading}>
                <h3 className="mb-1 font-semibold text-faint text-xs">{heading}</h3>
                <ul className="grid gap-x-6 sm:grid-cols-2">
                  {analyses.map(({ name, title, question }) => (
                    <li key={name} className="border-line border-b">
                      <button
                        type="button"
                        data-add={name}
                        onClick={() => {
                          chosen.current = name;
                          setOpen(false);
                        }}
                        className="-mx-2 flex w-[calc(100%+1rem)] flex-col rounded-md px-2 py-2.5 text-left hover:bg-wash"
                      >
                        <span className="font-[550] text-base">{title}</span>
                        <span className="text-sm text-soft">{question}</span>
                      </button>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </DialogBody>
        </DialogContent>
      </Dialog>
    </div>
  );
}
