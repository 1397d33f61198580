"use client";

import { toast } from "sonner";
import type { Report } from "@/lib/report/report";
import { fileName } from "@/lib/std/file-name";
import { toProblem } from "@/lib/std/problem";
import { saveBlob } from "./save-file";

/** Hands a report to the browser's downloads as a page in one file; what draws it is fetched with the first. */
export async function saveReportPage(report: Report): Promise<void> {
  try {
    const { reportFile } = await import("@/components/report/report-file");
    saveBlob(
      fileName(report.title, "html", "report"),
      new Blob([await reportFile(report)], { type: "text/html;charset=utf-8" }),
    );
  } catch (error) {
    const { message, hint } = toProblem(error);
    toast.error(message, hint ? { description: hint } : {});
  }
}
