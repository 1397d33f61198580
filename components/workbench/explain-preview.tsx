"use client";

import { useRef } from "react";
import { PreviewDialog } from "@/components/explain/preview-dialog";
import { useExplainState } from "./use-explanation";
import { useWorkbenchHandle, useWorkbenchState } from "./use-workbench";

/** Asks before figures are sent for the first time. */
export function ExplainPreview() {
  const preview = useExplainState((state) => state.preview);
  return preview ? <Asking {...preview} /> : null;
}

type Preview = NonNullable<Parameters<Parameters<typeof useExplainState>[0]>[0]["preview"]>;

function Asking({ subject, hideNames, body, model }: Preview) {
  const { act } = useWorkbenchHandle();
  const locale = useWorkbenchState((state) => state.notebook?.locale ?? "en");
  const before = useRef(document.activeElement);
  return (
    <PreviewDialog
      body={body}
      model={model}
      hideNames={hideNames}
      locale={locale}
      onHideNames={(hide) => act((on) => on.explainer.preview(subject, hide))}
      onSend={() => act((on) => on.explainer.send())}
      onRules={() => act((on) => on.explainer.rulesInstead())}
      onCancel={() => act((on) => on.explainer.closePreview())}
      onClosed={() => {
        if (before.current instanceof HTMLElement) before.current.focus();
      }}
    />
  );
}
