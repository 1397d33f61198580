// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from "vitest";
import { type Mounted, mount } from "@/components/ui/testing/mount";
import type { DataSetId } from "@/lib/notebook/ids";
import { someNotebook } from "@/lib/notebook/testing/arbitrary-notebook";
import { openMemoryStorage } from "@/lib/storage/memory";
import { portsOver } from "@/lib/workbench/testing/open-workbench";
import { createWorkbench } from "@/lib/workbench/workbench";
import { StorageBanner } from "./banners";
import { LostLinesBanner } from "./lost-lines-banner";
import { WorkbenchContext } from "./use-workbench";

let page: Mounted;
afterEach(() => page.unmount());

describe("LostLinesBanner", () => {
  const [first, second] = someNotebook(0, 2).dataSets;
  const open = (lost: readonly string[]) => {
    const chosen: string[][] = [];
    const made = createWorkbench(portsOver(openMemoryStorage(), () => Promise.reject(new Error("no engine"))));
    const workbench = {
      ...made,
      importFiles: async (files: readonly File[]) => void chosen.push(files.map(({ name }) => name)),
    };
    made.store.set((state) => ({
      ...state,
      storage: "opfs",
      lost: lost.map((id) => ({ id: id as DataSetId, damaged: false })),
    }));
    page = mount(
      <WorkbenchContext value={{ workbench, act: (action) => void action(workbench), retryEngine: () => undefined }}>
        <StorageBanner />
        <LostLinesBanner notebook={{ dataSets: [first, second].flatMap((each) => each ?? []) }} />
      </WorkbenchContext>,
    );
    return chosen;
  };

  test("is the one banner of it: it names the file and takes it, and offers nothing that does not help", () => {
    const chosen = open([second?.id ?? ""]);
    expect(page.all("[data-slot=banner]")).toHaveLength(1);
    expect(page.one("[data-slot=banner]").textContent).toContain(
      `The lines of ${second?.fileName} are not on this device.`,
    );
    expect(page.all("button").map(({ textContent }) => textContent)).toEqual(["Choose files"]);
    const field = page.labelled<HTMLInputElement>("Add data files");
    Object.defineProperty(field, "files", { value: [new File(["x"], "till.csv")] });
    field.dispatchEvent(new Event("change", { bubbles: true }));
    expect(chosen).toEqual([["till.csv"]]);
  });

  test("says nothing of files that are not in the notebook", () => {
    open(["gone"]);
    expect(page.all("[data-slot=banner]")).toEqual([]);
  });
});
