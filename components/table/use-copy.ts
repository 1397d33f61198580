import { type RefObject, useEffect, useEffectEvent, useState } from "react";

const REFUSED = "The browser did not allow copying. Allow it for this page, or select the table and copy it by hand.";

interface Copyable {
  text: string;
  /** What is said once it is copied: "Copied 12 rows." */
  done: string;
}

/** Copies what an area shows, by Mod+C while the focus is in it and nothing is selected, or when asked; tells how it went. */
export function useCopy(area: RefObject<HTMLElement | null>, toCopy: () => Copyable) {
  const [copied, setCopied] = useState("");
  const copy = () => {
    const { text, done } = toCopy();
    navigator.clipboard.writeText(text).then(
      () => setCopied(done),
      () => setCopied(REFUSED),
    );
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isCopy = event.key.toLowerCase() === "c" && (event.metaKey || event.ctrlKey) && !event.altKey;
    const isField = event.target instanceof HTMLInputElement && event.target.type !== "checkbox";
    if (!isCopy || isField || document.getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    copy();
  });
  useEffect(() => {
    const element = area.current;
    element?.addEventListener("keydown", onKey);
    return () => element?.removeEventListener("keydown", onKey);
  }, [area]);
  return { copied, copy };
}
