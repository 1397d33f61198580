/** Letters that are written from left to right, as the page is. */
const LEFT_TO_RIGHT = /^[\0-\u024f\u2000-\u200d\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*$/;

/** What only a script can use. */
const TOOLS =
  "[hidden], [data-slot=result] [data-screen-only], [data-slot=column-handle], [data-marker], .recharts-tooltip-cursor, th svg.opacity-0";
const KEPT =
  /^(class|style|id|role|href|scope|lang|dir|title|colspan|rowspan|start|aria-(label|labelledby|hidden|level)|data-)/;

/** The elements of a report as a page that needs no script: tables whole, heads as words, charts as pictures. */
export function standingPage(report: Element): HTMLElement {
  const page = report.cloneNode(true) as HTMLElement;
  for (const tool of page.querySelectorAll(TOOLS)) tool.remove();
  for (const button of page.querySelectorAll("button")) {
    const words = document.createElement("span");
    words.append(...button.childNodes);
    button.replaceWith(words);
  }
  for (const chart of page.querySelectorAll("[role=application]")) chart.setAttribute("role", "img");
  for (const element of page.querySelectorAll("*")) {
    if (element.closest("svg") && element.tagName !== "svg") continue;
    if (element.getAttribute("dir") === "auto" && LEFT_TO_RIGHT.test(element.textContent))
      element.removeAttribute("dir");
    for (const { name } of [...element.attributes]) {
      if (element.tagName !== "svg" && !KEPT.test(name)) element.removeAttribute(name);
    }
  }
  return page;
}
