"use client";

import { useState } from "react";
import { bytesLabel } from "@/components/import/import-words";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { useUsage } from "./use-usage";
import { useWorkbenchHandle, useWorkbenchState } from "./use-workbench";

/** What the device keeps, in plain sizes, and what can be done about it. */
export function DeviceSettings({ locale }: { locale: string }) {
  const memory = useWorkbenchState((state) => state.storage === "memory");
  const failure = useWorkbenchState((state) => state.storageProblem);
  const { act } = useWorkbenchHandle();
  const { usage, problem, look } = useUsage();
  const [cleared, setCleared] = useState(false);
  const told = problem ?? failure;
  const size = (bytes: number | undefined) => (bytes === undefined ? "…" : bytesLabel(bytes, locale));
  const clear = () =>
    act(async ({ device }) => {
      setCleared(await device.clearResults());
      look();
    });
  if (memory) {
    return (
      <p className="text-base text-soft">This browser lets Lucid keep nothing: everything ends with this window.</p>
    );
  }
  return (
    <>
      {told ? <Banner tone="error" message={told.message} hint={told.hint} className="mb-3" /> : null}
      <dl aria-busy={usage === null} className="border-line border-t text-base">
        <Kept label="Data from your files" size={size(usage?.data)} bytes={usage?.data} />
        <Kept label="Notebooks and room to save" size={size(usage?.documents)} bytes={usage?.documents} />
        <Kept label="Computed results" size={size(usage?.results)} bytes={usage?.results} />
      </dl>
      <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <Button variant="outline" size="sm" disabled={!usage || usage.results === 0} onClick={clear}>
          Clear computed results
        </Button>
        <p role="status" className="min-w-0 flex-1 basis-60 text-sm text-soft">
          {cleared
            ? "Cleared. Your data and notebooks are untouched; results are computed again when needed."
            : "Frees their room. They are computed again when needed; your data and notebooks stay."}
        </p>
      </div>
      <Persistence />
    </>
  );
}

interface KeptProps {
  label: string;
  size: string;
  bytes: number | undefined;
}

function Kept({ label, size, bytes }: KeptProps) {
  return (
    <div className="flex justify-between gap-4 border-line border-b py-2">
      <dt className="min-w-0">{label}</dt>
      <dd data-value={bytes} className="shrink-0 tabular-nums">
        {size}
      </dd>
    </div>
  );
}

/** Whether the browser may delete what is stored when it runs out of room. */
function Persistence() {
  const persisted = useWorkbenchState((state) => state.persisted);
  const { act } = useWorkbenchHandle();
  const [refused, setRefused] = useState(false);
  const ask = () =>
    act(async (on) => {
      await on.device.persist();
      setRefused(on.store.get().persisted === false);
    });
  if (persisted === null) return null;
  return (
    <div className="mt-4 flex flex-wrap items-center gap-x-3 gap-y-1.5 border-line border-t pt-4">
      <p role="status" data-persisted={persisted} className="min-w-0 flex-1 basis-60 text-base">
        {persisted
          ? "The browser keeps all of this until you delete it."
          : refused
            ? "The browser did not agree now. It usually does for pages that are bookmarked or often visited; ask again then."
            : "When the device runs out of room, the browser may delete all of this."}
      </p>
      {persisted ? null : (
        <Button variant="outline" size="sm" onClick={ask}>
          Ask to keep it
        </Button>
      )}
    </div>
  );
}
