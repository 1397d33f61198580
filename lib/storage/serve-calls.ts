import { type Answer, type Call, encodeFailure } from "./calls";

/** The side of a worker that answers. */
export interface Port {
  addEventListener(type: "message", listener: (event: MessageEvent) => void): void;
  postMessage(message: unknown, transfer: Transferable[]): void;
}

/** Functions a caller in the page may ask for. Arguments come from our own client and are typed there. */
export type Service = Readonly<Record<string, (...args: never[]) => unknown>>;

function transferable(value: unknown): Transferable[] {
  return value instanceof Uint8Array && value.buffer instanceof ArrayBuffer ? [value.buffer] : [];
}

async function answer(service: Service, { call, name, args }: Call): Promise<Answer> {
  try {
    const wanted = Object.hasOwn(service, name) ? service[name] : undefined;
    if (!wanted) throw new Error(`This worker does not know ${name}.`);
    return { call, value: await (wanted as (...args: unknown[]) => unknown)(...args) };
  } catch (error) {
    return { call, failure: encodeFailure(error) };
  }
}

/** Answers every call that arrives; bytes in an answer are handed over, not copied. */
export function serveCalls(port: Port, service: Service): void {
  port.addEventListener("message", async (event: MessageEvent<Call>) => {
    const reply = await answer(service, event.data);
    port.postMessage(reply, "value" in reply ? transferable(reply.value) : []);
  });
}
