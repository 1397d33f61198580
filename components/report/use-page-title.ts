"use client";

import { useEffect } from "react";

/** What the tab of the browser says while this is shown; the page's own title, which may come later, does not replace it. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    const before = document.title;
    const hold = () => {
      if (document.title !== title) document.title = title;
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
