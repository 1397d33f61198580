"use client";

import { useCallback, useEffect, useState } from "react";
import { type Problem, toProblem } from "@/lib/std/problem";
import type { Usage } from "@/lib/storage/storage";
import { useWorkbenchHandle } from "./use-workbench";

interface KnownUsage {
  /** null until the device has answered. */
  usage: Usage | null;
  problem: Problem | null;
  /** Asks the device once more. */
  look(): void;
}

/** What is stored on the device, as it was when the component came up or last looked. */
export function useUsage(): KnownUsage {
  const { act } = useWorkbenchHandle();
  const [known, setKnown] = useState<Omit<KnownUsage, "look">>({ usage: null, problem: null });
  const look = useCallback(
    () =>
      act(({ device }) =>
        Promise.all([device.usage(), device.checkPersisted()]).then(
          ([usage]) => setKnown({ usage, problem: null }),
          (error: unknown) => setKnown({ usage: null, problem: toProblem(error) }),
        ),
      ),
    [act],
  );
  useEffect(look, [look]);
  return { ...known, look };
}
