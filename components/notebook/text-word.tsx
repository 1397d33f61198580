import { useEffect, useState } from "react";
import { cn } from "@/components/ui/cn";
import { WORD } from "@/components/ui/select";
import { type ControlProps, parsed } from "./param-control";

/** A text as a word of the sentence: type and press Enter. */
export function TextWord({ name, param, value, onCommit, onProblem, problemId }: ControlProps) {
  const [text, setText] = useState(String(value));
  useEffect(() => setText(String(value)), [value]);
  const commit = () => {
    const read = parsed(param, text);
    onProblem(read.problem);
    if (read.value !== null && read.value !== value) onCommit(read.value);
  };
  return (
    <input
      type="text"
      autoComplete="off"
      aria-label={param.label}
      aria-invalid={problemId !== undefined || undefined}
      aria-describedby={problemId}
      data-param={name}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === "Enter") commit();
        if (event.key === "Escape") setText(String(value));
      }}
      style={{ width: `calc(${Math.min(40, Math.max(6, text.length))}ch + 0.625rem)` }}
      className={cn(WORD, "cursor-text aria-invalid:border-down aria-invalid:text-down")}
    />
  );
}
