"use client";

import { type ReactNode, useEffect, useMemo, useState } from "react";
import { createEngineControl } from "./engine-control";
import type { Opened } from "./open-workbench";
import { WorkbenchContext, type WorkbenchHandle } from "./use-workbench";

/** The browser's parts are wired together once for the life of the page. */
let opening: Promise<Opened> | null = null;

/**
 * The engine takes longest, so the first page asks for its files before the rest of the code. Where a notebook was open its
 * answers come first: they need no engine.
 */
async function open(returning: boolean): Promise<Opened> {
  const control = createEngineControl();
  // A start that fails is told by the workbench.
  if (!returning) await Promise.race([control.asked, control.begin().catch(() => undefined)]);
  const { openWorkbench } = await import("./open-workbench");
  return openWorkbench(control);
}

/** Makes the workbench reachable below it. `returning`: a notebook was open last. */
export function Provider({ returning, children }: { returning: boolean; children: ReactNode }) {
  const [opened, setOpened] = useState<Opened | null>(null);

  useEffect(() => {
    opening ??= open(returning);
    let here = true;
    opening.then((done) => here && setOpened(done));
    return () => {
      here = false;
    };
  }, [returning]);

  useEffect(() => opened?.mirror(), [opened]);

  const handle = useMemo<WorkbenchHandle>(
    () => ({
      workbench: opened?.workbench ?? null,
      act(action) {
        opening ??= open(returning);
        opening.then(({ workbench }) => action(workbench));
      },
      retryEngine: () => void opened?.retryEngine(),
    }),
    [opened, returning],
  );

  return <WorkbenchContext value={handle}>{children}</WorkbenchContext>;
}
