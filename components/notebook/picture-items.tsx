import { ImageDown, Shapes } from "lucide-react";
import { MenuItem, MenuSeparator } from "@/components/ui/menu";

interface PictureItemsProps {
  /** Absent where there is no chart to save. */
  onSave?: ((type: "png" | "svg") => void) | undefined;
}

/** A cell's chart as a file. */
export function PictureItems({ onSave }: PictureItemsProps) {
  if (!onSave) return null;
  return (
    <>
      <MenuSeparator />
      <MenuItem onSelect={() => onSave("png")}>
        <ImageDown aria-hidden="true" />
        Save chart as PNG
      </MenuItem>
      <MenuItem onSelect={() => onSave("svg")}>
        <Shapes aria-hidden="true" />
        Save chart as SVG
      </MenuItem>
    </>
  );
}
