import * as z from "zod/mini";
import type { Storage } from "@/lib/storage/storage";

/** What a person agreed to send for one notebook. */
export interface Consent {
  hideNames: boolean;
}

const consentSchema = z.strictObject({ hideNames: z.boolean() });

type Settings = Pick<Storage, "getSetting" | "putSetting">;

/** It stays on this device: a notebook that comes from elsewhere brings none. */
const nameOf = (notebook: string) => `explain-consent ${notebook}`;

/** What was agreed to for a notebook; null when nobody was asked. */
export async function consentOf(storage: Settings, notebook: string): Promise<Consent | null> {
  const parsed = consentSchema.safeParse(await storage.getSetting(nameOf(notebook)));
  return parsed.success ? parsed.data : null;
}

/** For a notebook that is gone. */
export function forgetConsent(storage: Settings, notebook: string): Promise<void> {
  return storage.putSetting(nameOf(notebook), null);
}

/** Remembers what was agreed to. */
export function giveConsent(storage: Settings, notebook: string, consent: Consent): Promise<void> {
  return storage.putSetting(nameOf(notebook), consent);
}
