import { answerEmptyLines, type EmptyLinesCall } from "./empty-lines-calls";

const scope = globalThis as unknown as {
  addEventListener(type: "message", listener: (event: MessageEvent<EmptyLinesCall>) => void): void;
  postMessage(message: unknown): void;
};

scope.addEventListener("message", async ({ data }) => scope.postMessage(await answerEmptyLines(data)));
