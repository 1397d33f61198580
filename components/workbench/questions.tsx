"use client";

import { ImportDialog } from "@/components/import/import-dialog";
import { useWorkbenchHandle, useWorkbenchState } from "./use-workbench";

/** The import dialog, open while a file waits for answers. */
export function Questions() {
  const { act } = useWorkbenchHandle();
  const incoming = useWorkbenchState((state) => state.incoming);
  const locale = useWorkbenchState((state) => state.notebook?.locale ?? "en");
  const asked = incoming.flatMap((file) =>
    file.step === "asking" && file.guess ? [{ id: file.id, guess: file.guess }] : [],
  );
  return (
    <ImportDialog
      files={asked}
      locale={locale}
      onImport={(plans) =>
        act((on) => {
          for (const [id, plan] of Object.entries(plans)) on.answerImport(id, plan);
        })
      }
      onCancel={() =>
        act((on) => {
          for (const file of asked) on.answerImport(file.id, null);
        })
      }
    />
  );
}
