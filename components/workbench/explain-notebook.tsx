"use client";

import { MessageSquareText } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { ExplainSubject } from "@/lib/workbench/explain-subject";
import { useWorkbenchHandle, useWorkbenchState } from "./use-workbench";

export const WHOLE_NOTEBOOK: ExplainSubject = { kind: "notebook" };

/** Has the whole notebook explained, once there is a result. */
export function ExplainNotebook() {
  const { act } = useWorkbenchHandle();
  const answered = useWorkbenchState((state) => Object.values(state.runs).some(({ status }) => status === "ok"));
  return (
    <Button
      variant="outline"
      size="sm"
      disabled={!answered}
      aria-label="Explain this notebook"
      onClick={() => act((on) => on.explainer.explain(WHOLE_NOTEBOOK))}
    >
      <MessageSquareText aria-hidden="true" />
      Explain
    </Button>
  );
}
