// @vitest-environment happy-dom
import { toast } from "sonner";
import { afterEach, expect, test, vi } from "vitest";
import type { Workbench } from "@/lib/workbench/workbench";
import { keyChoices, loadKeyChoices } from "./key-choices";

afterEach(() => void vi.restoreAllMocks());

const keeping = (keys: () => Promise<unknown>) => ({ device: { keys } }) as unknown as Workbench;

test("keys a person chose hold; where they cannot be read that is said, and nothing stops", async () => {
  const told = vi.spyOn(toast, "error").mockReturnValue("told");
  await loadKeyChoices(keeping(async () => ({ delete: ["Q"] })));
  expect(keyChoices()).toEqual({ delete: ["Q"] });
  expect(told).not.toHaveBeenCalled();
  await loadKeyChoices(keeping(() => Promise.reject(new Error("The disk does not answer."))));
  expect(told).toHaveBeenCalledOnce();
});
