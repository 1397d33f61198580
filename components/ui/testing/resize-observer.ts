import { vi } from "vitest";

/** Stands in for the browser's until globals are unstubbed: nothing ever changes its size. */
export function stubResizeObserver(): void {
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
}
