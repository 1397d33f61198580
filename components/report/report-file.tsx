import { createRoot } from "react-dom/client";
import { htmlPage } from "@/lib/report/html-page";
import type { Report } from "@/lib/report/report";
import { leanDrawings, ungroup } from "./lean-drawings";
import { pageFonts } from "./page-fonts";
import { ReportView } from "./report-view";
import { shortClasses } from "./short-classes";
import { standingPage } from "./standing-page";
import { usedStyles } from "./used-styles";

/** As wide as a page to read; charts are drawn for it. */
const WIDTH = 1000;
/** Charts are all there when nothing has changed for so long, milliseconds. */
const STILL = 250;
/** A chart that cannot be drawn does not hold up the file for longer, milliseconds. */
const LONGEST = 15_000;

const FRAME = `
body{margin:0 auto;max-width:${WIDTH}px;padding:2.5rem 1.25rem 4rem}
[data-slot=table-scroll]{max-height:none!important;overflow-x:auto}
[data-slot=chart] svg{max-width:100%;height:auto}
[data-slot=chart] .recharts-wrapper{max-width:100%;height:auto!important}
[data-slot=chart]>[role=img]{min-height:0!important;overflow-x:auto}
@media screen and (max-width:40rem){[data-slot=chart]>[role=img] svg{max-width:36rem}}
@media print{body{max-width:none;padding:0}}
`;

/** Resolves when every chart in an element is drawn and nothing moves any more. */
function settled(stage: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    const began = Date.now();
    let last = began;
    const watch = new MutationObserver(() => {
      last = Date.now();
    });
    watch.observe(stage, { childList: true, subtree: true, attributes: true });
    const look = setInterval(() => {
      const drawn = [...stage.querySelectorAll("[data-slot=chart]")].every((chart) => chart.querySelector("svg"));
      const still = Date.now() - last >= STILL;
      if (!(drawn && still) && Date.now() - began < LONGEST) return;
      clearInterval(look);
      watch.disconnect();
      resolve();
    }, STILL / 5);
  });
}

/** A report as one file of HTML: every cell, chart and number in it, no script, nothing loaded from elsewhere. */
export async function reportFile(report: Report): Promise<string> {
  const stage = document.createElement("div");
  stage.dataset.theme = "light";
  stage.inert = true;
  stage.style.cssText = `position:absolute;left:-20000px;top:0;width:${WIDTH}px`;
  document.body.append(stage);
  const root = createRoot(stage);
  try {
    root.render(<ReportView report={report} />);
    await settled(stage);
    const page = standingPage(stage.firstElementChild ?? stage);
    const within = document.implementation.createHTMLDocument();
    within.documentElement.dataset.theme = "light";
    within.body.append(within.importNode(page, true));
    const drawn = leanDrawings(page);
    const rules = shortClasses(page, `@layer drawn{${drawn}}\n${usedStyles(within)}\n${FRAME}`);
    ungroup(page);
    const styles = `${await pageFonts(stage)}\n${rules}`;
    return htmlPage({ title: report.title, styles, body: page.outerHTML });
  } finally {
    root.unmount();
    stage.remove();
  }
}
