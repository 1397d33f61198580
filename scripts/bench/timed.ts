const TIMES = 3;

/** A piece of work and the milliseconds it took. */
export interface Timed {
  name: string;
  ms: number;
}

/** Milliseconds of the fastest of some runs. */
export async function fastest(work: () => Promise<unknown>, times = TIMES): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let time = 0; time < times; time += 1) {
    const started = performance.now();
    await work();
    best = Math.min(best, performance.now() - started);
  }
  return best;
}
