"use client";

import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { useWorkbenchHandle, useWorkbenchState } from "./use-workbench";

/** The engine did not start: what that means and the way to try again. */
export function EngineBanner({ className }: { className?: string }) {
  const { retryEngine } = useWorkbenchHandle();
  const failed = useWorkbenchState((state) => state.engine === "failed");
  const problem = useWorkbenchState((state) => state.engineProblem);
  if (!failed || !problem) return null;
  return (
    <Banner tone="error" message={problem.message} hint={problem.hint} className={className}>
      <Button variant="outline" size="sm" onClick={retryEngine}>
        Retry
      </Button>
    </Banner>
  );
}

/** Nothing is kept here, or something could not be written. */
export function StorageBanner({ className }: { className?: string }) {
  const { act } = useWorkbenchHandle();
  const memory = useWorkbenchState((state) => state.storage === "memory");
  const problem = useWorkbenchState((state) => state.storageProblem);
  if (problem) {
    return (
      <Banner tone="error" message={problem.message} hint={problem.hint} className={className}>
        <Button variant="outline" size="sm" onClick={() => act((on) => on.retrySave())}>
          Retry
        </Button>
      </Banner>
    );
  }
  if (!memory) return null;
  return (
    <Banner
      tone="warn"
      message="This browser does not let Lucid keep anything, so the notebook is gone when the page is closed."
      hint="Leave private browsing, or allow this site to store data, and open the page again. Until then everything else works."
      className={className}
    />
  );
}
