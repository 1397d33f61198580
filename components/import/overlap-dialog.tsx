import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogContent, DialogFooter } from "@/components/ui/dialog";
import type { OverlapAnswer, OverlapQuestion } from "@/lib/workbench/state";

interface OverlapDialogProps {
  fileName: string;
  question: OverlapQuestion;
  onAnswer: (answer: OverlapAnswer) => void;
}

/** Lines of a file may be here already: what is shared, and the three things that can be done. */
export function OverlapDialog({ fileName, question, onAnswer }: OverlapDialogProps) {
  const ways = [
    { word: "Keep both", what: question.keep },
    ...(question.replace ? [{ word: "Replace", what: question.replace }] : []),
    { word: "Cancel", what: `${fileName} is not added; nothing changes.` },
  ];
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onAnswer("cancel"))}>
      <DialogContent title={`${fileName} overlaps`} className="max-w-[560px]">
        <DialogBody className="flex flex-col gap-4">
          <div className="flex flex-col gap-1.5 text-base">
            {question.sentences.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 text-sm">
            {ways.map(({ word, what }) => (
              <div key={word} className="col-span-2 grid grid-cols-subgrid border-line border-t py-2">
                <dt className="font-[550]">{word}</dt>
                <dd className="text-soft">{what}</dd>
              </div>
            ))}
          </dl>
        </DialogBody>
        <DialogFooter>
          <Button variant="outline" onClick={() => onAnswer("cancel")}>
            Cancel
          </Button>
          <span className="flex-1" />
          <Button variant="outline" onClick={() => onAnswer("keep")}>
            Keep both
          </Button>
          {question.replace ? (
            <Button variant="primary" onClick={() => onAnswer("replace")}>
              Replace
            </Button>
          ) : null}
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
