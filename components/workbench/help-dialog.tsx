"use client";

import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { chooseKeys, onMac, useKeyChoices, usualKeys } from "./key-choices";
import { shownKeys } from "./key-chord";
import { GROUPS } from "./key-command";
import { keysOf, refusal } from "./key-map";
import { KeyRow } from "./key-row";
import { keyCommands } from "./keys";
import { openPanel } from "./page-view";
import { useWorkbenchHandle } from "./use-workbench";

/** Every command with its keys; each can have others. */
export function HelpDialog() {
  const { act } = useWorkbenchHandle();
  const choices = useKeyChoices();
  const mac = onMac();
  const shown = (keys: string) => shownKeys(keys, mac);
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : openPanel(null))}>
      <DialogContent
        title="Keys"
        description="Single letters count while a cell is selected, not while you write. Esc leaves a field, Enter enters the cell."
        className="max-w-[760px]"
        onEscapeKeyDown={(event) => {
          // While keys are being taken, Esc ends that and not the list.
          if (document.activeElement?.matches("[data-new-keys]")) event.preventDefault();
        }}
      >
        <DialogBody className="flex flex-col gap-6">
          {GROUPS.map((group) => (
            <section key={group} aria-label={group}>
              <h3 className="mb-1 font-semibold text-faint text-xs">{group}</h3>
              <ul>
                {keyCommands
                  .filter((command) => command.group === group)
                  .map((command) => (
                    <KeyRow
                      key={command.id}
                      title={command.title}
                      keys={keysOf(command, choices, mac).map(shown)}
                      mac={mac}
                      shown={shown}
                      refusal={(keys) => refusal(keyCommands, choices, { id: command.id, keys }, { mac, shown })}
                      onChoose={(keys) => act((on) => chooseKeys(on, command.id, keys))}
                    />
                  ))}
              </ul>
            </section>
          ))}
        </DialogBody>
        <DialogFooter>
          <Button
            variant="outline"
            disabled={Object.keys(choices).length === 0}
            onClick={() => act((on) => usualKeys(on))}
          >
            Back to the defaults
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
