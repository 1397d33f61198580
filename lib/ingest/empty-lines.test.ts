import { describe, expect, it } from "vitest";
import { hasEmptyLines } from "./empty-lines";

const file = (text: string) => Object.assign(new Blob([text]), { name: "till.csv" });

/** A file whose stream comes in pieces of our choice. */
function inPieces(...pieces: string[]) {
  const blob = file(pieces.join(""));
  const stream = () =>
    new ReadableStream<Uint8Array<ArrayBuffer>>({
      start(controller) {
        for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
        controller.close();
      },
    });
  return Object.assign(blob, { stream });
}

describe("empty lines", () => {
  it.each(["a,b\n\n1,2\n", "a,b\r\n\r\n1,2\r\n", "\na,b\n1,2\n", "a,b\r\r1,2\r", "a,b\n1,2\n\n\n3,4"])(
    "are seen above other lines: %j",
    async (text) => {
      expect(await hasEmptyLines(file(text))).toBe(true);
    },
  );

  it.each(["a,b\n1,2\n", "a,b\r\n1,2\r\n\r\n\r\n", "a,b\n1,2\n\n", "", "a,b\r1,2\r"])(
    "do not matter at the end: %j",
    async (text) => {
      expect(await hasEmptyLines(file(text))).toBe(false);
    },
  );

  it("are seen across the pieces a file comes in", async () => {
    expect(await hasEmptyLines(inPieces("a,b\n", "\n1,2\n"))).toBe(true);
    expect(await hasEmptyLines(inPieces("a,b\r\n", "\r\n", "1,2"))).toBe(true);
    expect(await hasEmptyLines(inPieces("a,b\r", "\n1,2\r\n"))).toBe(false);
    expect(await hasEmptyLines(inPieces("a,b\n1,2\n", "\n", "\n"))).toBe(false);
  });
});
