import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { cn } from "@/components/ui/cn";
import { WORD } from "@/components/ui/select";
import { type ControlProps, parsed } from "./param-control";

/** Steps are gathered for so long before the cell runs again. */
const STEP_SETTLES_MS = 350;

/** "0,3" is 0.3 where people write it so. */
function readable(text: string): string {
  return /^\s*-?\d*,\d+\s*$/.test(text) ? text.replace(",", ".") : text;
}

/** A number as a word of the sentence: type and press Enter, or step with the arrows. */
export function NumberWord({ name, param, value, onCommit, onProblem, problemId }: ControlProps) {
  const [text, setText] = useState(String(value));
  const settling = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => setText(String(value)), [value]);
  useEffect(() => () => clearTimeout(settling.current), []);

  const commit = (typed: string) => {
    clearTimeout(settling.current);
    const read = parsed(param, readable(typed));
    onProblem(read.problem);
    if (read.value !== null) {
      setText(String(read.value));
      if (read.value !== value) onCommit(read.value);
    }
  };
  const step = (direction: 1 | -1) => {
    const size = param.kind === "integer" ? 1 : (param.max ?? 1) <= 1 ? 0.01 : 0.5;
    const now = Number(readable(text));
    const next = Number(((Number.isFinite(now) ? now : Number(value)) + direction * size).toFixed(6));
    const kept = String(Math.min(param.max ?? next, Math.max(param.min ?? next, next)));
    setText(kept);
    clearTimeout(settling.current);
    settling.current = setTimeout(() => commit(kept), STEP_SETTLES_MS);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") commit(text);
    if (event.key === "Escape") {
      clearTimeout(settling.current);
      setText(String(value));
      onProblem(null);
    }
    if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      event.preventDefault();
      step(event.key === "ArrowUp" ? 1 : -1);
    }
  };
  return (
    <input
      type="text"
      role="spinbutton"
      inputMode={param.kind === "integer" ? "numeric" : "decimal"}
      autoComplete="off"
      aria-label={param.label}
      aria-valuenow={Number.isFinite(Number(readable(text))) ? Number(readable(text)) : Number(value)}
      aria-valuemin={param.min ?? undefined}
      aria-valuemax={param.max ?? undefined}
      aria-invalid={problemId !== undefined || undefined}
      aria-describedby={problemId}
      data-param={name}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => commit(text)}
      onFocus={(event) => event.target.select()}
      onKeyDown={onKeyDown}
      style={{ width: `calc(${Math.max(1, text.length)}ch + 0.625rem)` }}
      className={cn(WORD, "cursor-text text-center aria-invalid:border-down aria-invalid:text-down")}
    />
  );
}
