import type { Context } from "./context";
import { ExportError } from "./export-error";

/**
 * Works on the open notebook. Once it is left, `signal` is aborted and what came of it is refused: the engine is
 * another notebook's then. Rejects with ExportError where it was left, else as the work does.
 */
export async function whileOpen<T>(
  { store }: Pick<Context, "store">,
  work: (signal: AbortSignal) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const openId = () => store.get().notebook?.id;
  const id = openId();
  const left = new AbortController();
  const stop = store.subscribe(() => {
    if (openId() !== id) left.abort();
  });
  try {
    const done = await work(AbortSignal.any(signal ? [left.signal, signal] : [left.signal]));
    left.signal.throwIfAborted();
    return done;
  } catch (error) {
    throw left.signal.aborted ? wasLeft() : error;
  } finally {
    stop();
  }
}

function wasLeft(): ExportError {
  return new ExportError({
    kind: "changed",
    message: "The notebook was left while its file was written, so the file was not.",
    hint: "Open the notebook again, and export it once more.",
  });
}
