"use client";

import type { ReactNode } from "react";
import { Dialog, DialogBody, DialogContent } from "@/components/ui/dialog";
import { AiSettings } from "./ai-settings";
import { DeviceSettings } from "./device-settings";
import { MoneyControls } from "./money-controls";
import { ThemeChoice } from "./theme-choice";
import { useWorkbenchState } from "./use-workbench";

interface SettingsDialogProps {
  onClose: () => void;
  /** Puts the focus back where it came from. */
  onClosed: () => void;
}

/** How the page looks, how the notebook writes numbers, what the device keeps. */
export function SettingsDialog({ onClose, onClosed }: SettingsDialogProps) {
  const notebook = useWorkbenchState((state) => state.notebook);
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent
        title="Settings"
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          onClosed();
        }}
      >
        <DialogBody className="flex flex-col gap-7">
          <Section title="Appearance">
            <ThemeChoice />
          </Section>
          {notebook ? (
            <Section title="Numbers in this notebook">
              <div className="sm:[&>div]:grid sm:[&>div]:grid-cols-2">
                <MoneyControls notebook={notebook} />
              </div>
            </Section>
          ) : null}
          <Section title="On this device">
            <DeviceSettings locale={notebook?.locale ?? "en"} />
          </Section>
          <AiSettings />
        </DialogBody>
      </DialogContent>
    </Dialog>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3 className="mb-2 font-semibold text-faint text-xs tracking-[0.03em]">{title}</h3>
      {children}
    </section>
  );
}
