import { CornerLeftUp, Link2, Unlink } from "lucide-react";
import { useState } from "react";
import { cn } from "@/components/ui/cn";
import { Menu, MenuContent, MenuItem, MenuTrigger } from "@/components/ui/menu";
import { WORD } from "@/components/ui/select";
import type { ParamValue } from "@/lib/query/param";

/** The input a parameter follows. */
export interface Followed {
  /** What the input is called. */
  title: string;
  /** Goes to the input. */
  onGo: () => void;
  /** Lets this cell have its own value again. */
  onOwn: () => void;
}

interface FollowedWordProps {
  name: string;
  label: string;
  value: ParamValue;
  /** The value as it is read. */
  words: string;
  followed: Followed;
}

/** A word of the sentence that an input of the notebook decides: where to change it, and a way to change it here alone. */
export function FollowedWord({ name, label, value, words, followed }: FollowedWordProps) {
  // Drawn again when it opens: the page it opens in may have been replaced since.
  const [open, setOpen] = useState(false);
  return (
    <Menu open={open} onOpenChange={setOpen} modal={false}>
      <MenuTrigger asChild>
        <button
          type="button"
          aria-label={`${label}: ${words}, as in ${followed.title}`}
          data-param={name}
          data-value={value}
          data-followed=""
          className={cn(WORD, "max-w-full border-solid text-left align-baseline")}
        >
          <Link2 aria-hidden="true" className="mr-1 inline size-3.5 align-[-0.125em]" />
          {words}
        </button>
      </MenuTrigger>
      <MenuContent align="start" aria-label={`${label} as in ${followed.title}`}>
        <MenuItem onSelect={followed.onGo}>
          <CornerLeftUp aria-hidden="true" />
          Change it for all cells
        </MenuItem>
        <MenuItem onSelect={followed.onOwn}>
          <Unlink aria-hidden="true" />
          Change it here alone
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}
