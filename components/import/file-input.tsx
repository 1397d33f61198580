import { type ComponentProps, useRef } from "react";
import { Button, type ButtonProps } from "@/components/ui/button";
import { ACCEPTED } from "./dropped-files";

type FileButtonProps = Omit<ButtonProps, "onClick"> & { onFiles: (files: File[]) => void };

/** The picker's field, labelled "Add data files"; out of sight but not out of reach. */
export function FileInput({
  onFiles,
  ...props
}: Omit<ComponentProps<"input">, "type"> & Pick<FileButtonProps, "onFiles">) {
  return (
    <input
      type="file"
      multiple
      accept={ACCEPTED}
      aria-label="Add data files"
      className="sr-only"
      onChange={(event) => {
        const files = [...(event.target.files ?? [])];
        event.target.value = "";
        if (files.length > 0) onFiles(files);
      }}
      {...props}
    />
  );
}

/** A button that opens the picker; for the toolbar and the side column. */
export function FileButton({ onFiles, children, ...props }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <FileInput ref={input} onFiles={onFiles} tabIndex={-1} />
      <Button onClick={() => input.current?.click()} {...props}>
        {children}
      </Button>
    </>
  );
}
