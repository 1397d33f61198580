import { type RefObject, useEffect, useEffectEvent, useRef } from "react";

/**
 * The ways into a note's text and out of it: Enter on its section opens it; a click beside it or Tab beyond it ends it.
 * Only a click that is over counts, because what it was meant for would move away under it. The focus goes back to the
 * section unless it has gone elsewhere.
 */
export function useNoteEditing(
  section: RefObject<HTMLElement | null>,
  editing: boolean,
  onEditingChange: (editing: boolean) => void,
): void {
  const change = useEffectEvent(onEditingChange);
  const wasEditing = useRef(editing);

  useEffect(() => {
    const cell = section.current;
    if (!cell) return;
    if (wasEditing.current && !editing) {
      const { activeElement } = document;
      if (activeElement === document.body || cell.contains(activeElement)) cell.focus({ preventScroll: true });
    }
    wasEditing.current = editing;
    const listening = new AbortController();
    const { signal } = listening;
    if (editing) {
      const leave = ({ target }: Event) => {
        if (target instanceof Node && target.isConnected && !cell.contains(target)) change(false);
      };
      document.addEventListener("click", leave, { signal });
      document.addEventListener("keyup", (event) => event.key === "Tab" && leave(event), { signal });
    } else {
      const open = (event: KeyboardEvent) => {
        const plain = !(event.shiftKey || event.altKey || event.ctrlKey || event.metaKey);
        if (event.key !== "Enter" || event.target !== cell || !plain || event.defaultPrevented) return;
        event.preventDefault(); // else the press goes on into the field, which then has the focus
        change(true);
      };
      cell.addEventListener("keydown", open, { signal });
    }
    return () => listening.abort();
  }, [section, editing]);
}
