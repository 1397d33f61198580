import type { ComponentProps } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";

type ReadAsProps = Omit<ComponentProps<"p">, "children"> & {
  /** "Read 541,909 lines as sales: date from InvoiceDate, …" */
  sentence: string;
  /** Opens the import dialog with the plan the file was read with. */
  onChange?: () => void;
};

/** The quiet line that says how a file was read. */
export function ReadAs({ sentence, onChange, className, ...props }: ReadAsProps) {
  return (
    <p
      data-slot="read-as"
      className={cn("max-w-[80ch] text-faint text-sm [overflow-wrap:anywhere]", className)}
      {...props}
    >
      {sentence}{" "}
      {onChange ? (
        <Button variant="link" size="text" className="inline" onClick={onChange}>
          Change
        </Button>
      ) : null}
    </p>
  );
}
