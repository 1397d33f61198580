"use client";

import { toast } from "sonner";
import { takeAnalysis } from "@/lib/report/kept-analysis";
import { toProblem } from "@/lib/std/problem";
import type { Workbench } from "@/lib/workbench/workbench";

/** Opens the questions of a report that was left for this page as a notebook without data; none of them runs by itself. */
export async function adoptAnalysis(workbench: Workbench): Promise<void> {
  try {
    const definition = takeAnalysis(window.sessionStorage);
    if (!definition) return;
    const { adoptedFile } = await import("@/lib/workbench/adopted-file");
    await workbench.importFiles([adoptedFile(definition, Date.now())]);
  } catch (error) {
    const { message, hint } = toProblem(error);
    toast.error(message, hint ? { description: hint } : {});
  }
}
