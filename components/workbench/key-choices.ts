"use client";

import { useSyncExternalStore } from "react";
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

/** Brings the keys a person chose from the device. */
export async function loadKeyChoices({ device }: Workbench): Promise<void> {
  const stored = await device.keys();
  choices.set(() => readChoices(stored, keyCommands));
}

/** From now on a command has these keys; null: the usual ones. */
export function chooseKeys({ device }: Workbench, id: string, keys: readonly Keys[] | null): void {
  const { [id]: _, ...others } = choices.get();
  choices.set(() => (keys ? { ...others, [id]: keys } : others));
  void device.keepKeys(choices.get());
}

/** Every command has its usual keys again. */
export function usualKeys({ device }: Workbench): void {
  choices.set(() => NONE);
  void device.keepKeys(NONE);
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
