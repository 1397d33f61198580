const LOOKS = [
  { shape: "circle", fill: "var(--series-1)" },
  { shape: "diamond", fill: "var(--series-2)" },
  { shape: "triangle", fill: "var(--series-3)" },
  { shape: "square", fill: "var(--ghost)" },
] as const;

/** The look of the n-th group of points: shape and colour, never colour alone; every further group shares the last. */
export function groupLook(index: number): (typeof LOOKS)[number] {
  return LOOKS[Math.min(index, LOOKS.length - 1)] ?? LOOKS[0];
}
