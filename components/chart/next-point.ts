/** How many points a key goes on, in a chart of `across` points a row; null for a key that moves nothing. */
function stepOf(key: string, across: number): number | null {
  switch (key) {
    case "ArrowRight":
      return 1;
    case "ArrowLeft":
      return -1;
    case "ArrowDown":
      return across;
    case "ArrowUp":
      return -across;
    default:
      return null;
  }
}

/** The point a key leads to; the one it stands on at the edges, null for a key that moves nothing. */
export function nextPoint(key: string, active: number | null, count: number, across: number): number | null {
  if (count === 0) return null;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  const step = stepOf(key, across);
  if (step === null) return null;
  if (active === null) return step > 0 ? 0 : count - 1;
  const next = active + step;
  const leavesRow = across > 1 && Math.abs(step) === 1 && Math.floor(next / across) !== Math.floor(active / across);
  return next < 0 || next >= count || leavesRow ? active : next;
}
