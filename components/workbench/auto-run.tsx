"use client";

import { Play, RotateCw } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Switch } from "@/components/ui/switch";
import { useWaitingCells } from "./use-waiting-cells";
import { useWorkbenchHandle, useWorkbenchState } from "./use-workbench";

/** Whether cells follow a change at once, and the way to run what waits. */
export function AutoRun() {
  const { act } = useWorkbenchHandle();
  const autoRun = useWorkbenchState((state) => state.notebook?.autoRun ?? true);
  const waiting = useWaitingCells();
  return (
    <>
      <Switch
        label="Auto-run"
        checked={autoRun}
        onCheckedChange={(next) => act((on) => on.edit({ type: "set-auto-run", autoRun: next }))}
        className="max-sm:hidden"
      />
      {waiting > 0 && !autoRun ? (
        <Button variant="outline" className="max-sm:hidden" onClick={() => act((on) => on.runStale())}>
          <RotateCw aria-hidden="true" />
          Run {waiting} stale
        </Button>
      ) : null}
      <Button variant="outline" onClick={() => act((on) => on.runAll())}>
        <Play aria-hidden="true" className="fill-current max-sm:hidden" />
        Run all
      </Button>
    </>
  );
}
