import { type ComponentProps, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { cn } from "@/components/ui/cn";

type EditableTitleProps = Omit<ComponentProps<"input">, "value" | "onChange"> & {
  value: string;
  /** What is renamed: "cell" or "notebook". */
  what: string;
  editing: boolean;
  onEditingChange: (editing: boolean) => void;
  /** Called with the new, non-empty title. */
  onRename: (title: string) => void;
  /** One click opens the field, not two. */
  singleClick?: boolean;
};

/** A title that becomes a field with Enter, F2 or a (double) click; Enter keeps, Escape takes back. */
export function EditableTitle({ editing, value, what, onEditingChange, singleClick, ...props }: EditableTitleProps) {
  const opener = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  useEffect(() => {
    if (wasEditing.current && !editing) opener.current?.focus({ preventScroll: true });
    wasEditing.current = editing;
  }, [editing]);

  if (editing) return <TitleField value={value} what={what} onEditingChange={onEditingChange} {...props} />;
  const { onRename: _, className } = props;
  return (
    <button
      ref={opener}
      type="button"
      title={`Rename the ${what}: Enter or F2`}
      className={cn("cursor-text rounded-sm text-left [overflow-wrap:anywhere]", className)}
      onClick={(event) => {
        if (singleClick || event.detail === 0) onEditingChange(true);
      }}
      onDoubleClick={() => onEditingChange(true)}
      onKeyDown={(event) => {
        if (event.key === "F2") onEditingChange(true);
      }}
    >
      {value}
    </button>
  );
}

type TitleFieldProps = Omit<EditableTitleProps, "editing" | "singleClick">;

function TitleField({ value, what, onEditingChange, onRename, className, ...props }: TitleFieldProps) {
  const [text, setText] = useState(value);
  const field = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  useEffect(() => field.current?.select(), []);

  const close = (keep: boolean) => {
    if (done.current) return;
    done.current = true;
    const title = text.trim();
    if (keep && title !== "" && title !== value) onRename(title);
    onEditingChange(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === "Enter") {
      event.preventDefault(); // else the press goes on to the title's button, which then has the focus
      close(true);
    }
    if (event.key === "Escape") close(false);
  };
  return (
    <input
      ref={field}
      value={text}
      aria-label={`Title of the ${what}`}
      maxLength={200}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => close(true)}
      onKeyDown={onKeyDown}
      className={cn(
        "-mx-1 max-w-full rounded-sm border-0 bg-wash px-1 text-ink outline-2 outline-accent [field-sizing:content]",
        className,
      )}
      {...props}
    />
  );
}
