import type { Engine } from "@/lib/engine/engine";
import type { EngineState } from "@/lib/engine/supervisor";

interface Opened {
  engine: Engine;
  start(): Promise<void>;
}

/** The engine as the page starts, watches and retries it; its code is fetched with the first call. */
export function createEngineControl() {
  let last: EngineState | null = null;
  let onState: (state: EngineState) => void = () => undefined;
  let onReload: () => Promise<void> = async () => undefined;
  let opening: Promise<Opened> | null = null;
  let begun: Promise<void> | null = null;
  let onAsked: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    onAsked = resolve;
  });

  async function open(): Promise<Opened> {
    const { openWasmEngine } = await import("@/lib/engine/wasm");
    const engine = openWasmEngine({
      onAsked,
      onState(state) {
        last = state;
        onState(state);
      },
      reload: () => onReload(),
    });
    return { engine, start: () => engine.start() };
  }

  const opened = () => {
    opening ??= open();
    return opening;
  };

  const start = async () => (await opened()).start();

  return {
    async engine(): Promise<Engine> {
      return (await opened()).engine;
    },
    /** The first start, whoever asks for it; rejects with EngineError. */
    begin(): Promise<void> {
      begun ??= start();
      return begun;
    },
    /** Starts again after a failure. */
    retry: start,
    /** Done once the first of the engine's files is on its way; a start that does not come so far rejects instead. */
    asked,
    /** Tells every state from now on, and at once the one it has. */
    watch(state: typeof onState, reload: typeof onReload) {
      onState = state;
      onReload = reload;
      if (last) state(last);
    },
  };
}

export type EngineControl = ReturnType<typeof createEngineControl>;
