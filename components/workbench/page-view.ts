"use client";

import { useSyncExternalStore } from "react";
import { createStore } from "@/lib/workbench/store";

/** What stands over the notebook. `index` is the place a new cell gets. */
export type Panel = { kind: "palette" } | { kind: "help" } | { kind: "gallery"; index: number };

/** A cell whose title, or whose name for other cells, is being written. */
export interface Renaming {
  cell: string;
  what: "title" | "name";
}

interface PageView {
  panel: Panel | null;
  renaming: Renaming | null;
  /** The name of the cell that fills the window. */
  full: string | null;
}

const view = createStore<PageView>({ panel: null, renaming: null, full: null });

export function openPanel(panel: Panel | null): void {
  view.set((now) => ({ ...now, panel }));
}

export function isPanelOpen(): boolean {
  return view.get().panel !== null;
}

/** Turns the title or the name of a cell into a field; null turns it back. */
export function rename(renaming: Renaming | null): void {
  view.set((now) => ({ ...now, renaming }));
}

/** Lets a cell fill the window; null shows the notebook again. */
export function fillWindow(full: string | null): void {
  if (view.get().full !== full) view.set((now) => ({ ...now, full }));
}

export function fillingCell(): string | null {
  return view.get().full;
}

const closed: PageView = { panel: null, renaming: null, full: null };

export function usePageView<T>(select: (view: PageView) => T): T {
  return useSyncExternalStore(
    view.subscribe,
    () => select(view.get()),
    () => select(closed),
  );
}
