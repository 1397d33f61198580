"use client";

import { Settings } from "lucide-react";
import dynamic from "next/dynamic";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";

const SettingsDialog = dynamic(() => import("./settings-dialog").then((part) => part.SettingsDialog));

/** Opens the settings; what is in them is fetched with the first look. */
export function SettingsButton() {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button
        ref={button}
        variant="soft"
        size="icon"
        aria-label="Settings"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        <Settings aria-hidden="true" />
      </Button>
      {open ? <SettingsDialog onClose={() => setOpen(false)} onClosed={() => button.current?.focus()} /> : null}
    </>
  );
}
