import { type RefObject, useEffect, useState } from "react";

export interface Overflow {
  /** There is more than fits, in either direction. */
  scrolls: boolean;
  /** There is more on the right of what is seen now. */
  moreRight: boolean;
}

/** Watches whether a scroll area holds more than it shows. */
export function useOverflow(ref: RefObject<HTMLElement | null>): Overflow {
  const [overflow, setOverflow] = useState<Overflow>({ scrolls: false, moreRight: false });

  useEffect(() => {
    const area = ref.current;
    if (!area) return;
    const measure = () => {
      const wide = area.scrollWidth - area.clientWidth;
      const scrolls = wide > 1 || area.scrollHeight - area.clientHeight > 1;
      const moreRight = wide > 1 && area.scrollLeft < wide - 1;
      setOverflow((last) => (last.scrolls === scrolls && last.moreRight === moreRight ? last : { scrolls, moreRight }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(area);
    for (const child of area.children) observer.observe(child);
    area.addEventListener("scroll", measure, { passive: true });
    return () => {
      observer.disconnect();
      area.removeEventListener("scroll", measure);
    };
  }, [ref]);

  return overflow;
}
