import { useEffect, useRef } from "react";
import type { Pasted } from "./pasted-files";

const FIELDS = "input:not([type=file]), textarea, select, [contenteditable], [role=dialog]";

/** Hears of what is pasted on the page while no field and no dialog has the focus. */
export function usePagePaste(onPaste: (pasted: Pasted) => void): void {
  const latest = useRef(onPaste);
  latest.current = onPaste;
  useEffect(() => {
    const take = (event: ClipboardEvent) => {
      const inField = event.target instanceof Element && event.target.closest(FIELDS) !== null;
      if (inField || !event.clipboardData) return;
      latest.current({ text: event.clipboardData.getData("text/plain"), files: [...event.clipboardData.files] });
    };
    document.addEventListener("paste", take);
    return () => document.removeEventListener("paste", take);
  }, []);
}
