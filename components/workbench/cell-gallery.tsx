"use client";

import { CellGalleryDialog } from "@/components/notebook/cell-gallery-dialog";
import { attempt } from "./cell-commands";
import { cellOffers } from "./cell-offers";
import { openPanel } from "./page-view";
import { useWorkbenchHandle, useWorkbenchState } from "./use-workbench";

/** What can be added at a place of the notebook. */
export function CellGallery({ index }: { index: number }) {
  const { act } = useWorkbenchHandle();
  const facts = useWorkbenchState((state) => state.facts);
  const offers = cellOffers(facts);
  return (
    <CellGalleryDialog
      offers={offers}
      onClose={() => openPanel(null)}
      onAdd={(id) => act((on) => attempt(() => offers.find((offer) => offer.id === id)?.add(on, index)))}
    />
  );
}
