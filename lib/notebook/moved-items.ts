/** The fewest items that must be moved to turn one order into another; items that stand in one alone are passed over. */
export function movedItems<T>(before: readonly T[], after: readonly T[]): T[] {
  const place = new Map(before.map((item, at) => [item, at]));
  const common = after.filter((item) => place.has(item));
  // The longest rising run of old places stays where it is.
  const best = common.map((item) => ({ item, length: 1, from: -1 }));
  for (const [at, here] of best.entries()) {
    for (let earlier = 0; earlier < at; earlier += 1) {
      const there = best[earlier];
      const rises = there && (place.get(there.item) ?? 0) < (place.get(here.item) ?? 0);
      if (rises && there.length + 1 > here.length) {
        here.length = there.length + 1;
        here.from = earlier;
      }
    }
  }
  const longest = Math.max(0, ...best.map(({ length }) => length));
  const stays = new Set<T>();
  for (let at = best.findIndex(({ length }) => length === longest); at >= 0; at = best[at]?.from ?? -1) {
    const here = best[at];
    if (here) stays.add(here.item);
  }
  return common.filter((item) => !stays.has(item));
}
