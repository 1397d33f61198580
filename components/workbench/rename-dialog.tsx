import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";

interface RenameDialogProps {
  title: string;
  /** Called with the new title, which is not empty. */
  onRename: (title: string) => void;
  onClose: () => void;
}

/** Another title for a notebook. */
export function RenameDialog({ title, onRename, onClose }: RenameDialogProps) {
  const id = useId();
  const [text, setText] = useState(title);
  const given = text.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (given === "") return;
    if (given !== title) onRename(given);
    onClose();
  };
  return (
    <Dialog open onOpenChange={(open) => open || onClose()}>
      <DialogContent title="Rename the notebook" className="sm:max-w-[30rem]">
        <form onSubmit={submit} className="contents">
          <DialogBody>
            <Field label="Title of the notebook" htmlFor={id}>
              <input
                id={id}
                value={text}
                maxLength={300}
                autoComplete="off"
                onFocus={(event) => event.target.select()}
                onChange={(event) => setText(event.target.value)}
                className="h-9 w-full rounded-md border border-edge bg-sheet px-2.5 text-base"
              />
            </Field>
          </DialogBody>
          <DialogFooter>
            <Button variant="outline" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" variant="primary" disabled={given === ""}>
              Rename
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
