"use client";

import { ImportDialog } from "@/components/import/import-dialog";
import { MemoryDialog } from "@/components/import/memory-dialog";
import { OverlapDialog } from "@/components/import/overlap-dialog";
import { useWorkbenchHandle, useWorkbenchState } from "./use-workbench";

/** What is asked of files on their way in: how they are read, all at once; the rest one file after the other. */
export function Questions() {
  const { act } = useWorkbenchHandle();
  const incoming = useWorkbenchState((state) => state.incoming);
  const locale = useWorkbenchState((state) => state.notebook?.locale ?? "en");
  const known = useWorkbenchState((state) => state.notebook?.dataSets.some(({ kind }) => kind === "orders") ?? false);
  const asked = incoming.flatMap(({ id, step, guess, also, problem }) =>
    step === "asking" && guess ? [{ id, guess, also, problem }] : [],
  );
  const file = incoming.find(({ step }) => step === "warned" || step === "overlapping");
  if (asked.length > 0) {
    return (
      <ImportDialog
        files={asked}
        locale={locale}
        hasOrders={known || incoming.some(({ guess }) => guess?.plan.kind === "orders")}
        onLook={(id, choice) => act((on) => on.lookAgain(id, choice))}
        onImport={(plans) =>
          act((on) => {
            for (const [id, plan] of Object.entries(plans)) on.answerImport(id, plan);
          })
        }
        onCancel={() =>
          act((on) => {
            for (const { id } of asked) on.answerImport(id, null);
          })
        }
      />
    );
  }
  if (file?.overlap && file.step === "overlapping") {
    return (
      <OverlapDialog
        key={file.id}
        fileName={file.fileName}
        question={file.overlap}
        onAnswer={(answer) => act((on) => on.answerOverlap(file.id, answer))}
      />
    );
  }
  if (file?.problem && file.step === "warned") {
    return (
      <MemoryDialog
        key={file.id}
        fileName={file.fileName}
        problem={file.problem}
        onAnswer={(goOn) => act((on) => on.answerWarning(file.id, goOn))}
      />
    );
  }
  return null;
}
