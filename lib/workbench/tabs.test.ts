import { describe, expect, it } from "vitest";
import { createJobList } from "@/lib/jobs/job-list";
import type { Command } from "@/lib/notebook/command";
import type { History } from "@/lib/notebook/history";
import type { Notebook } from "@/lib/notebook/notebook";
import { readNotebook } from "@/lib/notebook/schema";
import { someNotebook } from "@/lib/notebook/testing/arbitrary-notebook";
import type { Problem } from "@/lib/std/problem";
import { sharedDevice } from "@/lib/storage/testing/shared-device";
import { type Context, initialState } from "./context";
import { createDocument } from "./document";
import { createSaver } from "./saver";
import type { WorkbenchState } from "./state";
import { createStore } from "./store";
import { readTabMessage, type TabChannel } from "./tab-channel";
import { createTabs, type TabKeeper } from "./tabs";
import { portsOver } from "./testing/open-workbench";

/** Messages between tabs; a frozen one hears them when it wakes up. */
function channels() {
  const tabs: { hear(message: unknown): void }[] = [];
  function open() {
    const listeners = new Set<(message: unknown) => void>();
    let frozen = false;
    let missed: unknown[] = [];
    const tab = {
      hear(message: unknown) {
        if (frozen) missed.push(message);
        else for (const listener of listeners) listener(message);
      },
    };
    tabs.push(tab);
    const channel: TabChannel = {
      post(message) {
        for (const other of tabs) if (other !== tab) queueMicrotask(() => other.hear(structuredClone(message)));
      },
      listen(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    };
    const freeze = () => {
      frozen = true;
    };
    const thaw = () => {
      frozen = false;
      const messages = missed;
      missed = [];
      for (const message of messages) tab.hear(message);
    };
    return { channel, freeze, thaw };
  }
  return { open };
}

function browser() {
  const device = sharedDevice();
  const lines = channels();

  async function openTab() {
    const storage = await device.open();
    const { channel, freeze, thaw } = lines.open();
    const ports = { ...portsOver(storage, () => Promise.reject(new Error("no engine here"))), channel };
    const store = createStore<WorkbenchState>(initialState);
    const context: Context = {
      ports,
      store,
      jobs: createJobList(ports.clock, () => undefined),
      history: createStore<History | null>(null),
    };
    const toEntry = ({ id, title }: Notebook) => ({ id, title, updatedAt: 1, headline: null });
    const saver = createSaver(context, toEntry, () => tabs.saved("notebook"));
    const doc = createDocument(
      context,
      saver,
      () => undefined,
      () => tabs.mayChange(),
    );
    const problems: unknown[] = [];
    const list = async () => {
      const recents = await storage.listDocs();
      store.set((state) => ({ ...state, recents }));
    };
    const tabs: TabKeeper = createTabs({
      context,
      saver,
      show: (notebook) => doc.show(notebook),
      list,
      toEntry,
      fail: (error) => problems.push(error),
    });
    const notices: Problem[] = [];
    tabs.onNotice((told) => notices.push(told));
    tabs.start();
    const stored = await storage.readDoc("notebook");
    doc.show(stored && readNotebook(stored));
    const until = (holds: (state: WorkbenchState) => boolean) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (!holds(store.get())) return;
          stop();
          resolve();
        };
        const stop = store.subscribe(look);
        look();
      });
    return { storage, tabs, doc, saver, store, notices, problems, until, freeze, thaw };
  }

  /** Two tabs on one notebook: the first writes. */
  async function twoTabs() {
    const first = await openTab();
    first.doc.show(someNotebook(2, 0));
    first.saver.whole();
    await first.saver.flush();
    const second = await openTab();
    return { first, second };
  }

  return { openTab, twoTabs };
}

const rename = (title: string): Command => ({ type: "set-title", title });
const titled = (title: string) => (state: WorkbenchState) => state.notebook?.title === title;
const reads = (state: WorkbenchState) => state.tab === "reader";
const COPY = "A notebook (copy of an unsaved change)";

describe("two tabs on one notebook", () => {
  it("have one writer; the other follows every saved edit and refuses its own in plain words", async () => {
    const { first, second } = await browser().twoTabs();
    expect([first.store.get().tab, second.store.get().tab]).toEqual(["writer", "reader"]);
    first.doc.edit(rename("Spring"));
    await first.saver.flush();
    await second.until(titled("Spring"));
    second.doc.edit(rename("Not this"));
    expect(second.store.get().notebook?.title).toBe("Spring");
    expect(second.notices).toEqual([
      expect.objectContaining({ message: expect.stringContaining("Another tab is editing") }),
    ]);
    expect(second.problems).toEqual([]);
  });

  it("change roles when the reader takes over: what was being typed is saved first, and nobody takes it back", async () => {
    const { first, second } = await browser().twoTabs();
    first.tabs.onHandOver(() => first.doc.edit(rename("Typed and not sent")));
    await second.tabs.takeOver();
    expect(second.store.get()).toMatchObject({ tab: "writer", notebook: { title: "Typed and not sent" } });
    await first.until(reads);
    second.doc.edit(rename("Mine now"));
    await second.saver.flush();
    await first.until(titled("Mine now"));
    expect(first.storage.writable).toBe(false);
    expect((await second.storage.listDocs()).map(({ title }) => title)).toEqual(["Mine now"]);
    expect([...first.problems, ...second.problems, ...first.notices]).toEqual([]);
  });

  it("change nothing in the one that hands over, once what was being typed is there: a key pressed on is no command", async () => {
    const { first, second } = await browser().twoTabs();
    first.tabs.onHandOver(() => {
      first.doc.edit(rename("Typed and not sent"));
      // As soon as the field has let go, the next key is pressed.
      void Promise.resolve()
        .then(() => undefined)
        .then(() => first.doc.edit({ type: "set-auto-run", autoRun: false }));
    });
    await second.tabs.takeOver();
    expect(second.store.get().notebook).toMatchObject({ title: "Typed and not sent", autoRun: true });
    expect(first.notices).toEqual([
      expect.objectContaining({ message: expect.stringContaining("Another tab is editing") }),
    ]);
  });

  it("take over from a frozen one; when it wakes up, its unsaved change is a notebook of its own", async () => {
    const { first, second } = await browser().twoTabs();
    first.freeze();
    first.saver.hold();
    first.doc.edit({ type: "set-auto-run", autoRun: false });
    // The copy comes when the second has looked for copies, and is not the writer yet.
    const { leaveCopy } = first.storage;
    const { adoptCopies } = second.storage;
    const told = new Promise((resolve) => first.tabs.onNotice(resolve));
    const looked = new Promise<void>((resolve) => {
      second.storage.adoptCopies = async () => {
        const count = await adoptCopies();
        resolve();
        await told;
        return count;
      };
    });
    first.storage.leaveCopy = (entry, snapshot) => looked.then(() => leaveCopy(entry, snapshot));
    await second.tabs.takeOver();
    second.doc.edit(rename("Mine now"));
    await second.saver.flush();
    first.thaw();
    await first.until(reads);
    await second.until((state) => state.recents.some(({ title }) => title === COPY));
    await first.until(titled("Mine now"));
    const copy = (await second.storage.listDocs()).find(({ title }) => title === COPY);
    const stored = await first.storage.readDoc(copy?.id ?? "");
    expect(stored && readNotebook(stored)).toMatchObject({ title: COPY, autoRun: false });
    expect(first.notices).toEqual([expect.objectContaining({ hint: expect.stringContaining(COPY) })]);
    expect(first.store.get()).toMatchObject({ saved: true, storageProblem: null });
    expect(second.store.get().tab).toBe("writer");
  });

  it("pass the right to write on to the one that waits when the writer is gone", async () => {
    const { first, second } = await browser().twoTabs();
    first.doc.edit(rename("The last word"));
    await first.saver.flush();
    await first.storage.close();
    await second.until((state) => state.tab === "writer");
    expect(second.store.get().notebook?.title).toBe("The last word");
    second.doc.edit(rename("Going on"));
    await second.saver.flush();
    expect(second.store.get()).toMatchObject({ saved: true, storageProblem: null });
  });
});

describe("what another version of Lucid may say to the tabs", () => {
  it("is passed over", () => {
    expect(readTabMessage({ type: "changed", id: null })).toEqual({ type: "changed", id: null });
    for (const said of [
      null,
      "changed",
      { type: "changed" },
      { type: "changed", id: 4 },
      { type: "dance" },
      { type: "ask", from: 1 },
    ]) {
      expect(readTabMessage(said)).toBeNull();
    }
  });
});
