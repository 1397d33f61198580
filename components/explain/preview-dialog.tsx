import { useId } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { ScrollArea } from "@/components/ui/scroll-area";

interface PreviewDialogProps {
  /** Byte for byte what would be sent. */
  body: string;
  model: string;
  hideNames: boolean;
  /** BCP 47. */
  locale: string;
  onHideNames: (hide: boolean) => void;
  onSend: () => void;
  onRules: () => void;
  onCancel: () => void;
  /** Puts the focus back where it came from. */
  onClosed: () => void;
}

/** The size of a text on the wire: "9.4 KB". */
function sizeLabel(body: string, locale: string): string {
  const kilobytes = new TextEncoder().encode(body).length / 1024;
  return `${kilobytes.toLocaleString(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })} KB`;
}

/** Before the first send: exactly what would leave, and the choice to send it. */
export function PreviewDialog(props: PreviewDialogProps) {
  const { body, model, hideNames, locale, onHideNames, onSend, onRules, onCancel, onClosed } = props;
  const id = useId();
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onCancel())}>
      <DialogContent
        title="What would be sent"
        description={`These computed figures go to ${model} through this server, and nothing else: no rows, no files.`}
        className="max-w-[760px]"
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          onClosed();
        }}
      >
        <DialogBody className="flex flex-col gap-3">
          <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 text-base">
            <label className="flex items-baseline gap-2">
              <input
                type="checkbox"
                checked={hideNames}
                onChange={(event) => onHideNames(event.target.checked)}
                aria-describedby={`${id}-names`}
                className="translate-y-px accent-accent"
              />
              Hide names
            </label>
            <span id={`${id}-names`} className="min-w-0 flex-1 basis-56 text-faint text-sm">
              {hideNames
                ? "Products and categories leave as P1, P2 …; their names are put back here."
                : "Names of products and categories leave as they stand below."}
            </span>
            <span className="text-soft text-sm" data-size="">
              {sizeLabel(body, locale)}
            </span>
          </div>
          <ScrollArea
            label="The exact text"
            className="max-h-[46dvh] rounded-md border border-line bg-wash px-3 py-2.5"
          >
            <pre data-preview="" className="font-mono text-xs leading-[1.5]">
              {body}
            </pre>
          </ScrollArea>
          <p className="text-faint text-sm">
            Lucid asks once for each notebook. What is sent can be seen again beside every explanation.
          </p>
        </DialogBody>
        <DialogFooter>
          <Button variant="soft" onClick={onCancel}>
            Cancel
          </Button>
          <Button variant="outline" onClick={onRules}>
            Use the rule-written text
          </Button>
          <Button variant="primary" onClick={onSend}>
            Send
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
