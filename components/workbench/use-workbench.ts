"use client";

import { createContext, useContext, useSyncExternalStore } from "react";
import { initialState } from "@/lib/workbench/context";
import type { WorkbenchState } from "@/lib/workbench/state";
import type { Workbench } from "@/lib/workbench/workbench";

/** What the page can do. Actions wait for the workbench, which opens in a few milliseconds. */
export interface WorkbenchHandle {
  /** null until the browser's storage has been opened. */
  workbench: Workbench | null;
  /** Does it now, or as soon as the workbench is open. */
  act(action: (workbench: Workbench) => unknown): void;
  retryEngine(): void;
}

export const WorkbenchContext = createContext<WorkbenchHandle | null>(null);

export function useWorkbenchHandle(): WorkbenchHandle {
  const handle = useContext(WorkbenchContext);
  if (!handle) throw new Error("useWorkbenchHandle needs a WorkbenchProvider above it.");
  return handle;
}

const nothing = () => () => undefined;

/** A part of the state; the component draws again only when this part is another value. */
export function useWorkbenchState<T>(select: (state: WorkbenchState) => T): T {
  const { workbench } = useWorkbenchHandle();
  return useSyncExternalStore(
    workbench?.store.subscribe ?? nothing,
    () => select(workbench?.store.get() ?? initialState),
    () => select(initialState),
  );
}
