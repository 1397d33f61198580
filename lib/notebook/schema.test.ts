import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commit, startHistory } from "./history";
import { NotebookError } from "./notebook-error";
import { readNotebook } from "./schema";
import { fittingCommand, someNotebook } from "./testing/arbitrary-notebook";

describe("readNotebook", () => {
  it("gives back the notebook from its snapshot and the edits since", () => {
    fc.assert(
      fc.property(fc.gen(), (pick) => {
        let history = startHistory(someNotebook(2, 2));
        const snapshot: unknown = JSON.parse(JSON.stringify(history.notebook));
        const edits: unknown[] = [];
        for (let n = 0; n < 4; n += 1) {
          const step = commit(history, pick(fittingCommand, history.notebook, 50 + n));
          history = step.history;
          edits.push(JSON.parse(JSON.stringify(step.applied)));
        }
        expect(readNotebook({ snapshot, edits })).toEqual(history.notebook);
      }),
    );
  });

  it("opens a notebook of before insights with every insight open", () => {
    const { insightStates: _, ...old } = someNotebook(1, 0);
    expect(readNotebook({ snapshot: old, edits: [] }).insightStates).toEqual({});
  });

  it("opens a notebook of before explanations with none", () => {
    const { explanations: _, ...old } = someNotebook(1, 0);
    expect(readNotebook({ snapshot: old, edits: [] }).explanations).toEqual({});
  });

  it.each([null, {}, [], "text", { ...someNotebook(1, 0), more: 1 }])("refuses what is no notebook: %j", (snapshot) => {
    expect(() => readNotebook({ snapshot, edits: [] })).toThrow(NotebookError);
  });

  it("passes over an edit that no longer applies only where edits were lost", () => {
    const stored = { snapshot: someNotebook(1, 0), edits: [{ type: "remove-cell", id: "gone" }] };
    expect(() => readNotebook(stored)).toThrow("no longer in the notebook");
    expect(readNotebook({ ...stored, damaged: true }).cells).toHaveLength(1);
  });

  it("refuses an edit it does not know", () => {
    const stored = { snapshot: someNotebook(1, 0), edits: [{ type: "explode" }] };
    expect(() => readNotebook(stored)).toThrow("cannot read");
  });
});
