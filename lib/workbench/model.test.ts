import fc from "fast-check";
import { describe, it } from "vitest";
import { tell } from "@/lib/std/testing/tell";
import { openMemoryStorage } from "@/lib/storage/memory";
import { NOTEBOOK_COMMANDS } from "./testing/notebook-commands";
import { EMPTY, type Model, opened } from "./testing/notebook-model";

const SEQUENCES = 1000;

describe("a notebook under random edits, undos, runs and reloads", () => {
  it(`does what a simple model of it says, in ${SEQUENCES} sequences`, async () => {
    let steps = 0;
    await fc.assert(
      fc.asyncProperty(fc.commands(NOTEBOOK_COMMANDS, { maxCommands: 30, size: "max" }), async (commands) => {
        const storage = openMemoryStorage();
        await storage.writeSnapshot({ id: EMPTY.id, title: EMPTY.title, updatedAt: 0, headline: null }, EMPTY);
        await storage.putSetting("last-open", EMPTY.id);
        const real = await opened(storage);
        const model: Model = { now: { cells: [], input: 1, autoRun: true }, past: [], future: [] };
        await fc.asyncModelRun(() => ({ model, real }), commands);
        steps += [...commands].length;
      }),
      { numRuns: SEQUENCES },
    );
    tell(`${SEQUENCES} sequences, ${steps} commands, no divergence`);
  }, 300_000);
});
