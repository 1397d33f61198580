"use client";

import { FileButton } from "@/components/import/file-input";
import { Banner } from "@/components/ui/banner";
import type { Notebook } from "@/lib/notebook/notebook";
import { lostProblem } from "@/lib/workbench/lost-lines";
import { useWorkbenchHandle, useWorkbenchState } from "./use-workbench";

interface LostLinesBannerProps {
  notebook: Pick<Notebook, "dataSets">;
  className?: string;
}

/** Lines that are not on this device are read from their file once it is chosen again. */
export function LostLinesBanner({ notebook: { dataSets }, className }: LostLinesBannerProps) {
  const { act } = useWorkbenchHandle();
  const lost = useWorkbenchState((state) => state.lost);
  const problem = lostProblem(dataSets, lost);
  if (!problem) return null;
  return (
    <Banner tone="warn" message={problem.message} hint={problem.hint} className={className}>
      <FileButton variant="outline" size="sm" onFiles={(files) => act((on) => on.importFiles(files))}>
        Choose files
      </FileButton>
    </Banner>
  );
}
