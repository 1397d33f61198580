import { answerCall, type WorkerCall } from "./open-worker-calls";

const scope = globalThis as unknown as {
  addEventListener(type: "message", listener: (event: MessageEvent<WorkerCall>) => void): void;
  postMessage(message: unknown): void;
};

scope.addEventListener("message", async ({ data }) => scope.postMessage(await answerCall(data)));
