/** Which cell one is at. The focus itself tells: there is no other mark to keep in step with it. */
export interface Selection {
  /** The name of the cell that has the focus or holds it; null when none does. */
  focused(): string | null;
  /** The same, or the cell that had it last while it is there: what the palette and the toolbar work on. */
  current(): string | null;
  /** Gives a cell the focus and brings it into view, now or as soon as it is drawn. */
  go(name: string): void;
  /** Enters the cell's editor, field or first parameter, now or as soon as there is one. */
  edit(name: string): void;
  /** The cell after the focused one, or before it; from nowhere the one in view. False where there is none. */
  step(by: 1 | -1): boolean;
  /** From a field back to its cell. */
  leave(): boolean;
  /** Starts to keep the focus on the page when what had it goes; gives the way to stop. */
  watch(): () => void;
}

const CELL = "[data-cell]";
/** Where a person writes; a cell is entered there first. */
const EDITORS = ".cm-content, textarea";
const PARAMETERS = "[data-param]";
const OVERLAYS = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

function cellOf(element: Element | null): HTMLElement | null {
  return element?.closest<HTMLElement>(CELL) ?? null;
}

function nameOf(cell: HTMLElement | null | undefined): string | null {
  return cell?.dataset.cell ?? null;
}

const press = (key: string) => new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });

export function createSelection(page: Document): Selection {
  /** What had the focus last, and the names of the cells as they stood then. */
  let last: { element: HTMLElement; cell: HTMLElement | null; name: string | null; order: readonly string[] } | null =
    null;
  let lastCell: string | null = null;
  let pending: { name: string; editing: boolean } | null = null;

  const cells = () => [...page.querySelectorAll<HTMLElement>(CELL)];
  const find = (name: string) => page.querySelector<HTMLElement>(`[data-cell="${CSS.escape(name)}"]`);
  const lost = () => page.activeElement === null || page.activeElement === page.body;

  function show(cell: HTMLElement) {
    const { top, bottom } = cell.getBoundingClientRect();
    const { innerHeight } = page.defaultView ?? window;
    const begins = top >= 0 && top < innerHeight * 0.6;
    if (!begins || (bottom > innerHeight && top > innerHeight / 3)) cell.scrollIntoView({ block: "start" });
  }

  function focus(cell: HTMLElement) {
    cell.focus({ preventScroll: true });
    show(cell);
  }

  /** True when the focus is where one writes or chooses. */
  function enter(cell: HTMLElement): boolean {
    const field = cell.querySelector<HTMLElement>(EDITORS) ?? cell.querySelector<HTMLElement>(PARAMETERS);
    if (field) {
      field.focus();
      if (field instanceof HTMLInputElement) field.select();
      return true;
    }
    // A note has no state; it is entered by the key that opens it.
    if (cell.dataset.status === undefined) {
      cell.dispatchEvent(press("Enter"));
    }
    return cellOf(page.activeElement) === cell && page.activeElement !== cell;
  }

  function settle() {
    if (!pending) return;
    const cell = find(pending.name);
    if (!cell) return;
    const { name, editing } = pending;
    if (nameOf(cellOf(page.activeElement)) !== name) focus(cell);
    // An editor may still be on its way: what is asked for stays until it is there.
    pending = editing && !enter(cell) ? { name, editing } : null;
  }

  /** The cell itself, else the next that stood after it, else the one before. */
  function nearest({ order }: { order: readonly string[] }, name: string | null): HTMLElement | undefined {
    const at = Math.max(name === null ? 0 : order.indexOf(name), 0);
    const near = [...order.slice(at), ...order.slice(0, at).reverse()];
    return near.flatMap((other) => find(other) ?? [])[0];
  }

  /** What had the focus is gone: its cell has it, or one beside that. */
  function recover() {
    if (!last || page.querySelector(OVERLAYS)) return;
    if (last.element.isConnected) last.element.focus({ preventScroll: true });
    if (!lost()) return;
    const { cell, order } = last;
    // A cell that is still there may have another name by now.
    const name = cell?.isConnected ? nameOf(cell) : last.name;
    const take = () => {
      const known = name !== null && find(name);
      const found = lost() ? known || nearest({ order }, name ?? lastCell) : undefined;
      if (found) focus(found);
    };
    // A dialog or menu that closes gives the focus back by itself, a moment later.
    if (cell === null) setTimeout(take);
    else take();
  }

  function onFocus({ target }: FocusEvent) {
    if (!(target instanceof HTMLElement) || target === page.body) return;
    const cell = cellOf(target);
    const name = nameOf(cell);
    const order = cells().map((one) => nameOf(one) ?? "");
    last = { element: target, cell, name, order };
    if (name !== null) lastCell = name;
  }

  return {
    focused: () => nameOf(cellOf(page.activeElement)),
    current() {
      const here = nameOf(cellOf(page.activeElement)) ?? lastCell;
      return here !== null && find(here) ? here : null;
    },
    go(name) {
      pending = { name, editing: false };
      settle();
    },
    edit(name) {
      pending = { name, editing: true };
      settle();
    },
    step(by) {
      const all = cells();
      const at = all.findIndex((cell) => cell.contains(page.activeElement));
      const seen = all.findIndex((cell) => cell.getBoundingClientRect().bottom > 80);
      const next = at < 0 ? all[seen] : all[at + by];
      if (next) focus(next);
      return next !== undefined;
    },
    leave() {
      const cell = cellOf(page.activeElement);
      if (!cell || cell === page.activeElement) return false;
      // The field of a note is closed by the key that leaves it.
      if (page.activeElement instanceof HTMLTextAreaElement) {
        page.activeElement.dispatchEvent(press("Escape"));
      }
      cell.focus({ preventScroll: true });
      return true;
    },
    watch() {
      const onChange = () => {
        settle();
        if (lost()) recover();
      };
      // What a person does next decides: nothing asked for before holds.
      const onNext = (event: Event) => {
        if (event.isTrusted && !(event instanceof KeyboardEvent && event.repeat)) pending = null;
      };
      const onPointed = () => {
        if (lost()) last = null;
      };
      const observer = new MutationObserver(onChange);
      observer.observe(page.body, { childList: true, subtree: true });
      page.addEventListener("focusin", onFocus);
      page.addEventListener("pointerdown", onNext, true);
      page.addEventListener("keydown", onNext, true);
      page.addEventListener("pointerup", onPointed);
      return () => {
        observer.disconnect();
        page.removeEventListener("focusin", onFocus);
        page.removeEventListener("pointerdown", onNext, true);
        page.removeEventListener("keydown", onNext, true);
        page.removeEventListener("pointerup", onPointed);
      };
    },
  };
}

/** The selection of this page; there is one focus. */
let here: Selection | null = null;

export function pageSelection(): Selection {
  here ??= createSelection(document);
  return here;
}
