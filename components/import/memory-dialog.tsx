import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogContent, DialogFooter } from "@/components/ui/dialog";
import type { Problem } from "@/lib/std/problem";

interface MemoryDialogProps {
  fileName: string;
  /** What to expect, and what can be done about it. */
  problem: Problem;
  onAnswer: (goOn: boolean) => void;
}

/** A file may need more memory than there is: said before it is read. */
export function MemoryDialog({ fileName, problem, onAnswer }: MemoryDialogProps) {
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onAnswer(false))}>
      <DialogContent title={`${fileName} is large`} className="max-w-[560px]">
        <DialogBody className="flex flex-col gap-2 text-base">
          <p>{problem.message}</p>
          {problem.hint ? <p className="text-soft">{problem.hint}</p> : null}
        </DialogBody>
        <DialogFooter>
          <Button variant="outline" onClick={() => onAnswer(false)}>
            Cancel
          </Button>
          <Button variant="primary" onClick={() => onAnswer(true)}>
            Read it
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
