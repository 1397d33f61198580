"use client";

import { useEffect, useState } from "react";
import type { CellId } from "@/lib/notebook/ids";
import type { Cell } from "@/lib/notebook/notebook";

/** The cell one is reading: the last whose head has passed the upper third of the window. */
export function useCurrentCell(cells: readonly Pick<Cell, "id" | "name">[]): CellId | null {
  const [current, setCurrent] = useState<CellId | null>(null);
  useEffect(() => {
    const seen = () => {
      const line = window.innerHeight / 3;
      const passed = cells.filter((cell) => {
        const top = document.getElementById(`cell-${cell.name}`)?.getBoundingClientRect().top;
        return top !== undefined && top <= line;
      });
      setCurrent((passed.at(-1) ?? cells[0])?.id ?? null);
    };
    let frame = 0;
    const soon = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(seen);
    };
    soon();
    window.addEventListener("scroll", soon, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("scroll", soon);
    };
  }, [cells]);
  return current;
}
