"use client";

import { FileButton } from "@/components/import/file-input";
import { Banner } from "@/components/ui/banner";
import type { Notebook } from "@/lib/notebook/notebook";
import { useWorkbenchHandle, useWorkbenchState } from "./use-workbench";

interface NoDataBannerProps {
  notebook: Pick<Notebook, "dataSets" | "autoRun">;
  className?: string;
}

/** A notebook that has questions and no data says what it waits for. */
export function NoDataBanner({ notebook: { dataSets, autoRun }, className }: NoDataBannerProps) {
  const { act } = useWorkbenchHandle();
  const arriving = useWorkbenchState((state) => state.incoming.length > 0);
  if (dataSets.length > 0 || arriving) return null;
  const then = autoRun ? "They are answered as soon as it is read." : "Nothing runs until you press Run all.";
  return (
    <Banner
      tone="info"
      message="This notebook has its questions, and no data yet."
      hint={`Drop your sales file anywhere on the page, or add it here. ${then}`}
      className={className}
    >
      <FileButton variant="outline" size="sm" onFiles={(files) => act((on) => on.importFiles(files))}>
        Choose files
      </FileButton>
    </Banner>
  );
}
