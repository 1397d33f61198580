import { openContainer } from "./container/open-container";
import { lookAt } from "./open-plain";
import type { OpenFile } from "./opened-file";

export type { OpenChoice, OpenedFile, OpenFile } from "./opened-file";

/** Opens a file in this thread. Throws IngestError or AbortError. */
export const openFile: OpenFile = async (file, choice, { signal } = {}) => {
  const look = await lookAt(file, choice, signal);
  return look.as === "plain" ? look.opened : openContainer(file, look, choice, signal);
};
