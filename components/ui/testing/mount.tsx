import { act, type ReactNode } from "react";
import { createRoot } from "react-dom/client";

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean;
}

export interface Mounted {
  /** The first element that matches; throws when there is none. */
  one: <E extends HTMLElement = HTMLElement>(selector: string) => E;
  all: <E extends HTMLElement = HTMLElement>(selector: string) => E[];
  /** A control by its accessible name, given as aria-label or by a label element. */
  labelled: <E extends HTMLElement = HTMLElement>(name: string) => E;
  button: (name: string) => HTMLButtonElement;
  render: (node: ReactNode) => void;
  unmount: () => void;
}

/** Mounts a view into the document of the test, as the browser would; the whole document is searched, portals too. */
export function mount(node: ReactNode): Mounted {
  globalThis.IS_REACT_ACT_ENVIRONMENT = true;
  const host = document.body.appendChild(document.createElement("div"));
  const root = createRoot(host);
  const render = (next: ReactNode) => act(() => root.render(next));
  const all = <E extends HTMLElement>(selector: string) => [...document.querySelectorAll<E>(selector)];
  const found = <E extends HTMLElement>(element: E | undefined | null, wanted: string): E => {
    if (!element) throw new Error(`Nothing matches ${wanted} in ${document.body.innerHTML}`);
    return element;
  };
  render(node);
  return {
    render,
    all,
    one: <E extends HTMLElement>(selector: string) => found(document.querySelector<E>(selector), selector),
    labelled: <E extends HTMLElement>(name: string) => {
      const label = all<HTMLLabelElement>("label").find((element) => element.textContent?.trim() === name);
      const byLabel = label?.htmlFor ? document.getElementById(label.htmlFor) : null;
      const element = byLabel ?? all("[aria-label]").find((other) => other.getAttribute("aria-label") === name);
      return found(element as E | null | undefined, `a control labelled ${name}`);
    },
    button: (name) =>
      found(
        all<HTMLButtonElement>("button").find(
          (element) => (element.getAttribute("aria-label") ?? element.textContent?.trim()) === name,
        ),
        `a button ${name}`,
      ),
    unmount: () => {
      act(() => root.unmount());
      host.remove();
    },
  };
}

export function click(element: HTMLElement, detail = 1): void {
  act(() => {
    element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, detail }));
  });
}

export function press(element: HTMLElement, key: string): void {
  act(() => {
    element.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  });
}

/** Sets the value of a field or select as a person would, so that React hears of it. */
export function fill(element: HTMLElement, value: string): void {
  const prototype = element instanceof HTMLSelectElement ? HTMLSelectElement.prototype : HTMLInputElement.prototype;
  const setter = Object.getOwnPropertyDescriptor(prototype, "value")?.set;
  act(() => {
    setter?.call(element, value);
    element.dispatchEvent(new Event(element instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }));
  });
}

export function blur(element: HTMLElement): void {
  act(() => {
    element.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
  });
}
