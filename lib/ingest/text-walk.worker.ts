import { answerWalk, type WalkCall } from "./text-walk-calls";

const scope = globalThis as unknown as {
  addEventListener(type: "message", listener: (event: MessageEvent<WalkCall>) => void): void;
  postMessage(message: unknown): void;
};

scope.addEventListener("message", async ({ data }) => scope.postMessage(await answerWalk(data)));
