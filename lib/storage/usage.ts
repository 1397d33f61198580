/** Lucid's own bytes beside what the browser would give this origin, 0 where it does not say. */
export async function usageOf(used: Promise<number>): Promise<{ used: number; quota: number }> {
  const [own, { quota = 0 }] = await Promise.all([used, navigator.storage.estimate()]);
  return { used: own, quota };
}
