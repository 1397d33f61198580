import type { NotebookId } from "@/lib/notebook/ids";
import type { Notebook } from "@/lib/notebook/notebook";
import { readNotebook } from "@/lib/notebook/schema";
import type { Problem } from "@/lib/std/problem";
import type { DocEntry } from "@/lib/storage/storage";
import type { Context } from "./context";
import type { Saver } from "./saver";
import { readTabMessage } from "./tab-channel";

/** What a person should know of the tabs. */
export interface TabNotice extends Problem {
  /** True for what stays on the page until it was read. */
  lasting: boolean;
}

/** One tab writes, the others follow it. */
export interface Tabs {
  /** Makes this tab the writer: asks the other one, and takes over when it does not answer. */
  takeOver(): Promise<void>;
  /** Called before this tab stops writing: what is being typed is to be put into the document now. */
  onHandOver(listener: () => void): () => void;
  /** Called with what a person should know of the tabs: a change that was refused, a copy that was kept. */
  onNotice(listener: (notice: TabNotice) => void): () => void;
}

/** What other use cases need of the tabs. */
export interface TabKeeper extends Tabs {
  /** Looks who writes, and listens to the other tabs from then on. */
  start(): void;
  /** True in the tab that writes; in another it says why nothing changes. */
  mayChange(): boolean;
  /** The open notebook is on the device as it is now, or the list is. */
  saved(what: "notebook" | "list"): void;
}

interface TabsSpec {
  context: Context;
  saver: Pick<Saver, "flush" | "whole" | "opened" | "unsaved">;
  /** Shows another state of the open notebook. */
  show(notebook: Notebook): void;
  list(): Promise<void>;
  toEntry(notebook: Notebook): DocEntry;
  fail(error: unknown): void;
}

/** A writer that does not answer within this is taken over from, milliseconds. */
const PATIENCE = 2_000;

const REFUSED: TabNotice = {
  lasting: false,
  message: "Another tab is editing, so nothing was changed here.",
  hint: "Make the change in the other tab, or choose “Take over here”.",
};

export function createTabs({ context, saver, show, list, toEntry, fail }: TabsSpec): TabKeeper {
  const { ports, store, history } = context;
  const { storage, channel } = ports;
  const me = ports.newId();
  const handingOver = new Set<() => void>();
  const noticed = new Set<(notice: TabNotice) => void>();
  let letGo: (() => void) | null = null;
  let rereading: Promise<void> | null = null;
  let again = false;
  let turn: Promise<void> = Promise.resolve();

  const isWriter = () => store.get().tab === "writer";
  const become = (tab: "writer" | "reader") => store.set((state) => ({ ...state, tab }));
  const notice = (told: TabNotice) => {
    for (const listener of noticed) listener(told);
  };

  /** One change of roles after the other; what goes wrong is on the page. */
  function inTurn(task: () => Promise<void>): Promise<void> {
    turn = turn.then(task).catch(fail);
    return turn;
  }

  /** Shows another state of the open notebook, where it is one. */
  function follow(stored: Parameters<typeof readNotebook>[0]) {
    const notebook = readNotebook(stored);
    const open = history.get()?.notebook;
    if (open?.id === notebook.id && JSON.stringify(notebook) !== JSON.stringify(open)) show(notebook);
  }

  /** Shows the open notebook as it is on the device. */
  async function rereadOnce(): Promise<void> {
    const open = history.get()?.notebook;
    const stored = open && (await storage.readDoc(open.id));
    if (stored) follow(stored);
    await list();
  }

  /** However often it is asked for: once now, and once more when something came meanwhile. */
  function reread(): Promise<void> {
    again = true;
    rereading ??= (async () => {
      while (again) {
        again = false;
        await rereadOnce();
      }
    })().finally(() => {
      rereading = null;
    });
    return rereading;
  }

  /** What could not be saved any more, as a notebook of its own. */
  async function keepCopy(notebook: Notebook): Promise<void> {
    const title = `${notebook.title} (copy of an unsaved change)`;
    const copy = { ...notebook, id: ports.newId() as NotebookId, title };
    await storage.leaveCopy(toEntry(copy), copy);
    channel.post({ type: "copy" });
    notice({
      lasting: true,
      message: "Another tab took over before your last change was saved.",
      hint: `Nothing is lost: it is kept in the notebook “${title}”.`,
    });
  }

  /** Puts what is typed and not saved yet on the device, as far as that goes, and reads from then on. */
  async function handOver(): Promise<void> {
    if (!isWriter()) return;
    for (const listener of handingOver) listener();
    // What was being typed arrives with the next turn.
    await Promise.resolve();
    // From here on a key that is pressed is not taken for a command of a tab that no longer writes.
    become("reader");
    await saver.flush();
    const open = history.get()?.notebook;
    if (open && saver.unsaved()) await keepCopy(open);
    saver.opened();
  }

  /** Takes in what other tabs could not save any more. */
  async function adopt(): Promise<void> {
    if ((await storage.adoptCopies()) === 0) return;
    await list();
    channel.post({ type: "changed", id: null });
  }

  async function nowWriter(): Promise<void> {
    await adopt();
    if (!isWriter()) await reread();
    become("writer");
    // A whole document has a log of its own: a writer that wakes up late writes to the old one.
    if (history.get()) saver.whole();
    await saver.flush();
  }

  async function nowReader(): Promise<void> {
    await handOver();
    await reread();
  }

  function onMessage(received: unknown): void {
    const message = readTabMessage(received);
    if (message?.type === "changed" && !isWriter()) {
      const open = history.get()?.notebook.id ?? null;
      if (message.id === null || open === null) void list().catch(fail);
      else if (message.id === open) void inTurn(async () => follow({ snapshot: message.notebook, edits: [] }));
    } else if (message?.type === "ask" && isWriter()) {
      const { from } = message;
      void inTurn(handOver).then(() => channel.post({ type: "let-go", to: from }));
    } else if (message?.type === "let-go" && message.to === me) {
      letGo?.();
    } else if (message?.type === "copy") {
      // It may come while this tab is about to be the writer.
      void inTurn(async () => {
        if (isWriter()) await adopt();
      });
    }
  }

  return {
    start() {
      become(storage.follows ? "reader" : "writer");
      channel.listen(onMessage);
      storage.onWritable((writable) => {
        if (writable) void inTurn(nowWriter);
        else if (storage.follows) void inTurn(nowReader);
      });
    },
    mayChange() {
      if (isWriter()) return true;
      notice(REFUSED);
      return false;
    },
    saved(what) {
      const notebook = history.get()?.notebook;
      if (!isWriter()) return;
      if (what === "notebook" && notebook) channel.post({ type: "changed", id: notebook.id, notebook });
      else channel.post({ type: "changed", id: null });
    },
    async takeOver() {
      if (isWriter()) return;
      const answered = new Promise<void>((resolve) => {
        letGo = resolve;
        setTimeout(resolve, PATIENCE);
      });
      channel.post({ type: "ask", from: me });
      await answered;
      letGo = null;
      await storage.takeOver();
      await turn;
    },
    onHandOver(listener) {
      handingOver.add(listener);
      return () => handingOver.delete(listener);
    },
    onNotice(listener) {
      noticed.add(listener);
      return () => noticed.delete(listener);
    },
  };
}
