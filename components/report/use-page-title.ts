"use client";

import { useEffect } from "react";

/** A title as a document gives it back: trimmed, every run of blanks one space. */
function plainTitle(title: string): string {
  return title.replace(/[\t\n\f\r ]+/g, " ").trim();
}

/** What the tab of the browser says while this is shown; the page's own title, which may come later, does not replace it. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    const before = document.title;
    const held = plainTitle(title);
    // Setting a title is a change that is watched: one that never reads as it was set would be set for ever.
    const hold = () => {
      if (document.title !== held) document.title = held;
    };
    hold();
    const watch = new MutationObserver(hold);
    watch.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => {
      watch.disconnect();
      document.title = before;
    };
  }, [title]);
}
