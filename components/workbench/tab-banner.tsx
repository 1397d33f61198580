"use client";

import { useEffect, useState } from "react";
import { toast } from "sonner";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { toProblem } from "@/lib/std/problem";
import type { Workbench } from "@/lib/workbench/workbench";
import { useWorkbenchHandle, useWorkbenchState } from "./use-workbench";

async function takeOver({ tabs }: Workbench): Promise<void> {
  try {
    await tabs.takeOver();
  } catch (error) {
    const { message, hint } = toProblem(error);
    toast.error(message, { description: hint });
  }
}

/** Another tab is the one that writes: what that means, and the way to write here. */
export function TabBanner({ className }: { className?: string }) {
  const { workbench } = useWorkbenchHandle();
  const reads = useWorkbenchState((state) => state.tab === "reader");
  const [asked, setAsked] = useState(false);
  if (!reads || !workbench) return null;
  return (
    <Banner
      tone="info"
      message="Another tab is editing; this one follows."
      hint="What changes there is shown here at once. What is being typed there is saved before you take over."
      className={className}
    >
      <Button
        variant="outline"
        size="sm"
        disabled={asked}
        onClick={() => {
          setAsked(true);
          void takeOver(workbench).then(() => setAsked(false));
        }}
      >
        {asked ? "Taking over…" : "Take over here"}
      </Button>
    </Banner>
  );
}

/** Says what a person should know of the tabs, and lets go of what is being typed before another tab takes over. */
export function useTabNotices(): void {
  const { workbench } = useWorkbenchHandle();
  useEffect(() => {
    if (!workbench) return;
    const { tabs } = workbench;
    const stopTelling = tabs.onNotice(({ message, hint, lasting }) =>
      toast(message, { id: message, description: hint, ...(lasting ? { duration: Infinity, closeButton: true } : {}) }),
    );
    const stopLetting = tabs.onHandOver(() => {
      // A field keeps what was typed when it loses the focus; a query has handed over every letter already.
      const field = document.activeElement;
      if (field instanceof HTMLElement && !field.matches(".cm-content")) field.blur();
    });
    return () => {
      stopTelling();
      stopLetting();
    };
  }, [workbench]);
}
