import {
  Ban,
  Check,
  Circle,
  CircleDashed,
  CircleSlash,
  Clock,
  LoaderCircle,
  type LucideIcon,
  PencilLine,
  RotateCw,
  TriangleAlert,
} from "lucide-react";
import { cn } from "@/components/ui/cn";
import type { CellStatus } from "@/lib/workbench/state";

const ICONS: Readonly<Record<CellStatus, LucideIcon>> = {
  "never-run": CircleDashed,
  queued: Clock,
  running: LoaderCircle,
  ok: Check,
  error: TriangleAlert,
  edited: PencilLine,
  stale: RotateCw,
  blocked: Ban,
  cancelled: CircleSlash,
};

export const STATUS_TONES: Readonly<Record<CellStatus, string>> = {
  "never-run": "text-faint",
  queued: "text-faint",
  running: "text-accent",
  ok: "text-faint",
  error: "text-down",
  edited: "text-warn",
  stale: "text-warn",
  blocked: "text-warn",
  cancelled: "text-faint",
};

/** The icon of a status; decorative, its word stands beside it. */
export function StatusMark({ status, className }: { status: CellStatus; className?: string }) {
  const Icon = ICONS[status];
  return (
    <Icon aria-hidden="true" className={cn("size-3.5 shrink-0", status === "running" && "animate-turn", className)} />
  );
}

/** The small sign of the contents list: a full dot where all is well, another shape where not. */
export function StatusDot({ status }: { status: CellStatus }) {
  if (status === "ok") return <Circle aria-hidden="true" className="size-[7px] shrink-0 fill-up text-up" />;
  if (status === "never-run" || status === "queued") {
    return <Circle aria-hidden="true" className="size-[7px] shrink-0 text-faint" strokeWidth={4} />;
  }
  return <StatusMark status={status} className={cn("-mx-[3px] size-[13px]", STATUS_TONES[status])} />;
}
