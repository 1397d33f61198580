import { type KeyboardEvent, useRef, useState } from "react";
import { Dialog, DialogBody, DialogContent } from "@/components/ui/dialog";
import { SearchField } from "@/components/ui/search-field";

interface Offered {
  id: string;
  heading: string;
  title: string;
  question: string;
}

interface CellGalleryDialogProps {
  /** In their order; those of one heading one after the other. */
  offers: readonly Offered[];
  onAdd: (id: string) => void;
  onClose: () => void;
}

/** Lower case without accents. */
function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Everything one can add to a notebook, with the question each answers. */
export function CellGalleryDialog({ offers, onAdd, onClose }: CellGalleryDialogProps) {
  const [text, setText] = useState("");
  const chosen = useRef<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const words = plain(text).split(/\s+/).filter(Boolean);
  const found = offers.filter(({ title, question }) =>
    words.every((word) => plain(`${title} ${question}`).includes(word)),
  );
  const headings = [...new Set(found.map(({ heading }) => heading))];
  const choose = (id: string) => {
    chosen.current = id;
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>("button") ?? [])];
    if (event.key === "Enter" && event.target instanceof HTMLInputElement && found[0]) {
      event.preventDefault();
      choose(found[0].id);
    }
    if (step === 0) return;
    event.preventDefault();
    const at = buttons.findIndex((button) => button === document.activeElement);
    buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]?.focus();
  };
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent
        title="Add a cell"
        className="max-w-[720px]"
        onKeyDown={onKeyDown}
        onCloseAutoFocus={(event) => {
          if (chosen.current === null) return;
          // The focus goes to the new cell, not back to where the gallery was opened.
          event.preventDefault();
          onAdd(chosen.current);
        }}
      >
        <div className="px-6 pb-4">
          <SearchField label="Search what to add" value={text} onValueChange={setText} />
        </div>
        <DialogBody ref={list} className="flex flex-col gap-6">
          {headings.map((heading) => (
            <section key={heading} aria-label={heading}>
              <h3 className="mb-1 font-semibold text-faint text-xs">{heading}</h3>
              <ul className="grid gap-x-6 sm:grid-cols-2">
                {found
                  .filter((offer) => offer.heading === heading)
                  .map(({ id, title, question }) => (
                    <li key={id} className="border-line border-b">
                      <button
                        type="button"
                        data-add={id}
                        onClick={() => choose(id)}
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
          <p role="status" className="text-base text-soft empty:hidden">
            {found.length === 0 ? "Nothing is called so. Type a part of another name or question." : ""}
          </p>
        </DialogBody>
      </DialogContent>
    </Dialog>
  );
}
