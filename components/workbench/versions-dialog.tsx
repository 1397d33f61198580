"use client";

import { type FormEvent, useCallback, useEffect, useId, useState, useSyncExternalStore } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogContent } from "@/components/ui/dialog";
import { Empty, EmptyDescription, EmptyTitle } from "@/components/ui/empty";
import { Field } from "@/components/ui/field";
import type { Difference } from "@/lib/notebook/version-diff";
import { toProblem } from "@/lib/std/problem";
import type { VersionEntry } from "@/lib/storage/storage";
import type { Workbench } from "@/lib/workbench/workbench";
import { useWorkbenchHandle, useWorkbenchState } from "./use-workbench";
import { VersionItem } from "./versions-item";
import { versionsPanel } from "./versions-panel";

/** The versions of the open notebook, while they are looked at. */
export function VersionsDialog() {
  const open = useSyncExternalStore(versionsPanel.subscribe, versionsPanel.get, () => false);
  const { workbench } = useWorkbenchHandle();
  if (!open || !workbench) return null;
  return (
    <Dialog open onOpenChange={(next) => versionsPanel.set(() => next)}>
      <DialogContent
        title="Versions"
        description="States of this notebook that were kept. Restoring one is a step of undo."
      >
        <VersionsBody workbench={workbench} />
      </DialogContent>
    </Dialog>
  );
}

interface Compared {
  id: string;
  differences: readonly Difference[];
}

function VersionsBody({ workbench }: { workbench: Workbench }) {
  const { versions } = workbench;
  const locale = useWorkbenchState((state) => state.notebook?.locale ?? "en");
  const mayWrite = useWorkbenchState((state) => state.tab === "writer");
  const [entries, setEntries] = useState<readonly VersionEntry[] | null>(null);
  const [compared, setCompared] = useState<Compared | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  /** Does it and shows the list as it is then; what goes wrong stands in the panel. */
  const attempt = useCallback(
    async (action?: () => Promise<unknown>) => {
      try {
        setProblem(null);
        await action?.();
        setEntries(await versions.list());
      } catch (error) {
        const { message, hint } = toProblem(error);
        setProblem([message, hint].filter(Boolean).join(" "));
      }
    },
    [versions],
  );
  useEffect(() => void attempt(), [attempt]);

  const compare = async (id: string) => setCompared({ id, differences: await versions.diff(id) });
  const restore = async ({ id, name }: VersionEntry) => {
    await versions.restore(id);
    versionsPanel.set(() => false);
    toast(name ? `“${name}” is back.` : "The version is back.", {
      action: { label: "Undo", onClick: () => workbench.undo() },
    });
  };

  return (
    <DialogBody>
      {mayWrite ? <SaveForm onSave={(name) => attempt(() => versions.save(name))} /> : null}
      {problem ? (
        <p role="alert" className="mt-3 text-down text-sm">
          {problem}
        </p>
      ) : null}
      {entries?.length === 0 ? (
        <Empty className="mt-4">
          <EmptyTitle>No version is kept yet.</EmptyTitle>
          <EmptyDescription>Give the state of now a name and save it.</EmptyDescription>
        </Empty>
      ) : (
        <ul aria-label="Versions" className="mt-4">
          {entries?.map((entry) => (
            <VersionItem
              key={entry.id}
              entry={entry}
              locale={locale}
              mayRestore={mayWrite}
              differences={compared?.id === entry.id ? compared.differences : null}
              onCompare={() => attempt(() => compare(entry.id))}
              onClose={() => setCompared(null)}
              onRestore={() => attempt(() => restore(entry))}
              onRemove={() => attempt(() => versions.remove(entry.id))}
            />
          ))}
        </ul>
      )}
    </DialogBody>
  );
}

function SaveForm({ onSave }: { onSave: (name: string) => Promise<void> }) {
  const id = useId();
  const [name, setName] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void onSave(name).then(() => setName(""));
  };
  return (
    <form onSubmit={submit} className="flex items-end gap-2">
      <Field label="Name of this version" htmlFor={id} className="flex-1">
        <input
          id={id}
          value={name}
          maxLength={120}
          autoComplete="off"
          placeholder="Before the autumn range"
          onChange={(event) => setName(event.target.value)}
          className="h-8 w-full rounded-md border border-edge bg-sheet px-2.5 text-base placeholder:text-faint"
        />
      </Field>
      <Button type="submit" variant="primary">
        Save version
      </Button>
    </form>
  );
}
