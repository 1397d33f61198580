/**
 * Lets the page answer before work goes on in the same thread. Not through a timer: browsers make the fifth one in a row
 * wait four milliseconds.
 */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Takes work step by step, and lets the page answer in between. */
export async function breathing<Result>(steps: Generator<void, Result, void>): Promise<Result> {
  let step = steps.next();
  while (!step.done) {
    await breathe();
    step = steps.next();
  }
  return step.value;
}
