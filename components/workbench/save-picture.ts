import { toast } from "sonner";
import { pngFile, svgFile } from "@/components/chart/picture-file";
import { pictureName } from "@/components/chart/picture-name";
import { savedPicture } from "@/components/chart/saved-picture";
import type { Cell } from "@/lib/notebook/notebook";
import type { Format } from "@/lib/query/format";
import type { Result } from "@/lib/query/result";
import { saveBlob } from "./save-file";

const DAY = { name: "as_of", label: "As of", kind: "date", unit: "none", hidden: true } as const;

interface Wanted {
  cell: Pick<Cell, "name" | "title">;
  result: Result;
  format: Format;
  type: "png" | "svg";
}

/** Saves the chart a cell shows, as it is drawn, with its title and the day it is of; says so where that fails. */
export async function savePicture({ cell, result, format, type }: Wanted): Promise<void> {
  const figure = document.getElementById(`cell-${cell.name}`)?.querySelector<HTMLElement>("figure[data-slot=chart]");
  if (!figure) return;
  const { asOf } = result.provenance;
  const below = asOf === null ? "" : `As of ${format.value(asOf, DAY)}`;
  try {
    const picture = savedPicture(figure, { title: cell.title, below });
    const blob = type === "svg" ? svgFile(picture) : await pngFile(picture, { signal: AbortSignal.timeout(30_000) });
    saveBlob(pictureName(cell.title, type), blob);
  } catch (cause) {
    const other = type === "png" ? "Save it as SVG instead" : "Reload the page and try again";
    toast.error(`The chart of ${cell.title} could not be saved. ${other}; the table has the same figures.`);
    reportError(cause);
  }
}
