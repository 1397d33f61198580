import type { Workbench } from "@/lib/workbench/workbench";
import { NOTEBOOK_COOKIE } from "./notebook-cookie";

/** Half a year, milliseconds. */
const REMEMBERED = 180 * 86_400_000;
let remembered: boolean | null = null;

/** One flag for the server's first paint; a browser without a cookie store paints the first page for a moment. */
function rememberView(notebook: boolean): void {
  if (remembered === notebook || !("cookieStore" in window)) return;
  remembered = notebook;
  void window.cookieStore.set({
    name: NOTEBOOK_COOKIE,
    value: notebook ? "1" : "0",
    expires: Date.now() + REMEMBERED,
    sameSite: "strict",
  });
}

/** Engine and saving on the document element; a last write when the page is left. */
export function mirror(workbench: Workbench): () => void {
  const { dataset } = document.documentElement;
  const onState = () => {
    const { engine, saved, view, storage } = workbench.store.get();
    dataset.engine = engine;
    dataset.saved = String(saved && storage === "opfs");
    if (view !== "opening") {
      rememberView(view === "notebook" && storage === "opfs");
    }
  };
  const onLeave = () => {
    if (document.visibilityState === "hidden") void workbench.flush();
  };
  const leaving = () => void workbench.flush();
  onState();
  const stop = workbench.store.subscribe(onState);
  document.addEventListener("visibilitychange", onLeave);
  window.addEventListener("pagehide", leaving);
  return () => {
    stop();
    document.removeEventListener("visibilitychange", onLeave);
    window.removeEventListener("pagehide", leaving);
  };
}
