import { groupLook } from "./group-look";

interface LineLook {
  stroke: string;
  dash: string | null;
  shape: ReturnType<typeof groupLook>["shape"];
}

const STROKES = ["var(--series-1)", "var(--series-2)", "var(--series-3)", "var(--edge)"];

/** The look of the n-th line: colour and the shape at its end, the next four dotted. */
export function lineLook(index: number): LineLook {
  const turn = index % STROKES.length;
  return {
    stroke: STROKES[turn] ?? "var(--edge)",
    dash: index < STROKES.length ? null : "1.5 4",
    shape: groupLook(turn).shape,
  };
}
