import { Check, Clock, RotateCcw, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Menu, MenuContent, MenuItem, MenuTrigger } from "@/components/ui/menu";
import type { Insight } from "@/lib/insights/insight";

/** What can be done with an insight; the caller keeps it and offers to undo it. */
export interface InsightActs {
  onDone: (insight: Insight) => void;
  onSnooze: (insight: Insight, days: number) => void;
  onDismiss: (insight: Insight) => void;
  onReopen: (insight: Insight) => void;
}

const SNOOZES = [7, 30];

/** Done, Snooze and Dismiss of an open insight; the way back of one that was put away. */
export function InsightActions({ insight, ...acts }: InsightActs & { insight: Insight }) {
  if (insight.state !== "open") {
    return (
      <Button variant="soft" size="sm" onClick={() => acts.onReopen(insight)}>
        <RotateCcw aria-hidden="true" />
        Open again
      </Button>
    );
  }
  return (
    <>
      <Button variant="soft" size="sm" onClick={() => acts.onDone(insight)}>
        <Check aria-hidden="true" />
        Done
      </Button>
      <Menu modal={false}>
        <MenuTrigger asChild>
          <Button variant="soft" size="sm">
            <Clock aria-hidden="true" />
            Snooze
          </Button>
        </MenuTrigger>
        <MenuContent align="start" aria-label="Snooze">
          {SNOOZES.map((days) => (
            <MenuItem key={days} onSelect={() => acts.onSnooze(insight, days)}>
              {`For ${days} days`}
            </MenuItem>
          ))}
        </MenuContent>
      </Menu>
      <Button variant="soft" size="sm" onClick={() => acts.onDismiss(insight)}>
        <X aria-hidden="true" />
        Dismiss
      </Button>
    </>
  );
}
