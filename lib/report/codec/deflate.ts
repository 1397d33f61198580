import { tooLarge, unreadable } from "../report-error";

type Bytes = Uint8Array<ArrayBuffer>;

/** Squeezed with deflate, without a header. */
export async function deflated(bytes: Bytes): Promise<Bytes> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

interface InflateLimits {
  /** Bytes; one more, and it stops. */
  most: number;
  /** Told of every piece with all bytes so far. */
  onBytes?: (bytes: number) => void;
}

/** What `deflated` was given. Throws ReportError when it is damaged, and as soon as more comes out than it may. */
export async function inflated(bytes: Bytes, { most, onBytes }: InflateLimits): Promise<Bytes> {
  const source = new Blob([bytes]).stream();
  const reader = source.pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const pieces: Uint8Array[] = [];
  let total = 0;
  for (;;) {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      throw unreadable(cause);
    });
    if (done) break;
    total += value.length;
    onBytes?.(total);
    if (total > most) {
      await reader.cancel();
      throw tooLarge();
    }
    pieces.push(value);
  }
  const whole = new Uint8Array(total);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
