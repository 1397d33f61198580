import { ListFilter } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Menu, MenuContent, MenuItem, MenuTrigger } from "@/components/ui/menu";

/** A filter all cells can share. */
export interface FilterOffer {
  title: string;
  /** Why it cannot be had, and what would add it; null when it can. */
  missing: string | null;
  onChoose: () => void;
}

/** One filter for the whole notebook: those the data can be asked for, and what file would add the others. */
export function FilterMenu({ offers }: { offers: readonly FilterOffer[] }) {
  // Drawn again when it opens: the page it opens in may have been replaced since.
  const [open, setOpen] = useState(false);
  return (
    <Menu open={open} onOpenChange={setOpen} modal={false}>
      <MenuTrigger asChild>
        <Button variant="outline" size="sm" data-screen-only="">
          <ListFilter aria-hidden="true" />
          Filter all cells
        </Button>
      </MenuTrigger>
      <MenuContent align="start" aria-label="Filter all cells" className="w-64">
        {offers.map(({ title, missing, onChoose }) => (
          <MenuItem
            key={title}
            aria-disabled={missing !== null || undefined}
            className="h-auto flex-col items-start gap-0 py-1.5 aria-disabled:text-soft"
            onSelect={(event) => {
              if (missing === null) onChoose();
              else event.preventDefault();
            }}
          >
            {title}
            {missing ? <span className="text-sm text-faint">{missing}</span> : null}
          </MenuItem>
        ))}
      </MenuContent>
    </Menu>
  );
}
