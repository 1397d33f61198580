import { RotateCw, Zap, ZapOff } from "lucide-react";
import { MenuItem } from "@/components/ui/menu";

interface AutoRunItemsProps {
  autoRun: boolean;
  /** How many cells are not of now and wait for a person. */
  waiting: number;
  onAutoRun: (autoRun: boolean) => void;
  onRunStale: () => void;
}

/** The switch of the bar and the button beside it, where the bar has no room for them. */
export function AutoRunItems({ autoRun, waiting, onAutoRun, onRunStale }: AutoRunItemsProps) {
  const Icon = autoRun ? ZapOff : Zap;
  return (
    <>
      {waiting > 0 && !autoRun ? (
        <MenuItem onSelect={onRunStale}>
          <RotateCw aria-hidden="true" />
          Run {waiting} stale
        </MenuItem>
      ) : null}
      <MenuItem onSelect={() => onAutoRun(!autoRun)}>
        <Icon aria-hidden="true" />
        Turn Auto-run {autoRun ? "off" : "on"}
      </MenuItem>
    </>
  );
}
