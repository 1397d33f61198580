"use client";

import dynamic from "next/dynamic";
import { useEffect, useLayoutEffect } from "react";
import { attempt } from "./cell-commands";
import { keyChoices, onMac } from "./key-choices";
import { listenForKeys } from "./key-listener";
import { fillingCell, fillWindow, openPanel, rename, usePageView } from "./page-view";
import { pageSelection } from "./selection";
import { useWorkbenchHandle } from "./use-workbench";

const palette = () => import("./palette");
const help = () => import("./help-dialog");
const gallery = () => import("./cell-gallery");
const Palette = dynamic(() => palette().then((part) => part.Palette));
const HelpDialog = dynamic(() => help().then((part) => part.HelpDialog));
const CellGallery = dynamic(() => gallery().then((part) => part.CellGallery));

/** Fetches what keys open while nothing else is to do, so that it is there at the press. */
function fetchPanels(): void {
  if (!("requestIdleCallback" in window)) return;
  requestIdleCallback(() => void Promise.all([palette(), help(), gallery()]));
}

/** The keys of an open notebook, what they open over it, and the focus that none of them may lose. */
export function NotebookKeys() {
  const { workbench } = useWorkbenchHandle();
  const panel = usePageView((view) => view.panel);
  useEffect(() => pageSelection().watch(), []);
  useEffect(fetchPanels, []);
  // A key pressed the moment the notebook is there counts.
  useLayoutEffect(() => {
    if (!workbench) return;
    return listenForKeys(window, {
      choices: keyChoices,
      mac: onMac(),
      take(command) {
        let taken = true;
        attempt(() => {
          taken = command.run(workbench) !== false;
        });
        return taken;
      },
    });
  }, [workbench]);
  useEffect(() => {
    // A cell fills the window as long as one is in it, or in a menu of its own.
    const onFocus = ({ target }: FocusEvent) => {
      const cell = target instanceof Element ? target.closest<HTMLElement>("[data-cell]") : null;
      if (cell && cell.dataset.cell !== fillingCell()) fillWindow(null);
    };
    document.addEventListener("focusin", onFocus);
    return () => {
      document.removeEventListener("focusin", onFocus);
      fillWindow(null);
      openPanel(null);
      rename(null);
    };
  }, []);
  return panel?.kind === "palette" ? (
    <Palette />
  ) : panel?.kind === "help" ? (
    <HelpDialog />
  ) : panel?.kind === "gallery" ? (
    <CellGallery index={panel.index} />
  ) : null;
}
