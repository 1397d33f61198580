"use client";

import { useSyncExternalStore } from "react";
import { toast } from "sonner";
import { toProblem } from "@/lib/std/problem";
import { createStore } from "@/lib/workbench/store";
import type { Workbench } from "@/lib/workbench/workbench";
import { isMac, type Keys, shownKeys } from "./key-chord";
import { type KeyChoices, keysOf, readChoices } from "./key-map";
import { keyCommands } from "./keys";

const NONE: KeyChoices = {};
const choices = createStore<KeyChoices>(NONE);

export const onMac = () => typeof navigator !== "undefined" && isMac(navigator.platform);

export function keyChoices(): KeyChoices {
  return choices.get();
}

/** Brings the keys a person chose from the device; where that cannot be read the usual ones hold, and it is said. */
export async function loadKeyChoices({ device }: Workbench): Promise<void> {
  try {
    const stored = await device.keys();
    choices.set(() => readChoices(stored, keyCommands));
  } catch (error) {
    const { message, hint } = toProblem(error);
    toast.error(message, { description: hint ?? "Until the page is opened again the usual keys hold." });
  }
}

/** From now on a command has these keys. */
export function chooseKeys(on: Workbench, id: string, keys: readonly Keys[]): void {
  keep(on, { ...choices.get(), [id]: keys });
}

/** Every command has its usual keys again. */
export function usualKeys(on: Workbench): void {
  keep(on, NONE);
}

function keep({ device }: Workbench, next: KeyChoices): void {
  choices.set(() => next);
  device.keepKeys(next).catch((error: unknown) => {
    const { message, hint } = toProblem(error);
    toast.error(message, { description: hint ?? "The keys hold until this page is closed." });
  });
}

export function useKeyChoices(): KeyChoices {
  return useSyncExternalStore(choices.subscribe, choices.get, () => NONE);
}

/** The keys of a command in words, the first of them only; null when it has none. */
export function useShownKeys(id: string): string | null {
  const chosen = useKeyChoices();
  const command = keyCommands.find((one) => one.id === id);
  const [first] = command ? keysOf(command, chosen, onMac()) : [];
  return first === undefined ? null : shownKeys(first, onMac());
}
