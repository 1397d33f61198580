"use client";

import { useEffect, useState } from "react";
import { announced } from "./announced";
import { useWorkbenchHandle } from "./use-workbench";

/** Changes within this time are said together, milliseconds. */
const GATHER = 600;

/** Says what becomes of the cells to those who hear the page. */
export function Announcer() {
  const { workbench } = useWorkbenchHandle();
  const [text, setText] = useState("");
  useEffect(() => {
    if (!workbench) return;
    const { store } = workbench;
    let said = store.get();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const say = () => {
      timer = undefined;
      const now = store.get();
      setText(announced(said, now));
      said = now;
    };
    const stop = store.subscribe(() => {
      const now = store.get();
      if (now.runs !== said.runs || now.notebook?.id !== said.notebook?.id) timer ??= setTimeout(say, GATHER);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [workbench]);
  return (
    <p role="status" aria-live="polite" data-slot="announcer" className="sr-only">
      {text}
    </p>
  );
}
