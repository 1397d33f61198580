import type { KeyboardEvent, PointerEvent } from "react";

export const NARROWEST = 48;
const STEP = 16;

interface ColumnHandleProps {
  onWidth: (width: number) => void;
}

/** The edge of a head that one drags to make its column wider; the keys are on the head itself. */
export function ColumnHandle({ onWidth }: ColumnHandleProps) {
  const start = (event: PointerEvent<HTMLSpanElement>) => {
    const head = event.currentTarget.closest("th");
    if (!head) return;
    event.preventDefault();
    const handle = event.currentTarget;
    const from = event.clientX;
    const width = head.getBoundingClientRect().width;
    handle.setPointerCapture(event.pointerId);
    handle.onpointermove = (move) => onWidth(Math.max(NARROWEST, Math.round(width + move.clientX - from)));
    handle.onlostpointercapture = () => {
      handle.onpointermove = null;
    };
  };
  return (
    <span
      aria-hidden="true"
      data-slot="column-handle"
      onPointerDown={start}
      className="absolute inset-y-0 -right-1 z-4 w-2 cursor-col-resize [th:last-child>&]:right-0 [th:last-child>&]:w-1 touch-none hover:bg-line print:hidden"
    />
  );
}

/** Alt with the arrows makes the column of a focused head wider and narrower; the width then, or null for other keys. */
export function widthByKey(event: KeyboardEvent<HTMLElement>): number | null {
  const steps = { ArrowLeft: -STEP, ArrowRight: STEP } as const;
  const step = event.altKey && event.key in steps ? steps[event.key as keyof typeof steps] : null;
  const head = event.currentTarget.closest("th");
  return step === null || !head ? null : Math.max(NARROWEST, Math.round(head.getBoundingClientRect().width + step));
}
