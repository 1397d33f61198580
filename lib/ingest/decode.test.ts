import { describe, expect, it } from "vitest";
import { encodeText, fileOf } from "./container/testing/encode-text";
import { type Decoding, decodedPieces, decodeHead, type NamedBlob } from "./decode";

const utf8 = (text: string) => new TextEncoder().encode(text);

async function textOf(file: NamedBlob, decoding?: Decoding): Promise<string> {
  let text = "";
  for await (const piece of decodedPieces(file, undefined, decoding)) text += piece;
  return text;
}

describe("the first bytes of an opened file", () => {
  it("are text without their byte order mark", () => {
    expect(decodeHead(utf8("\uFEFFa,b\n1,2\n"), "till.csv")).toBe("a,b\n1,2\n");
    expect(decodeHead(utf8("Größe,Stück\n"), "till.csv")).toBe("Größe,Stück\n");
  });

  it("may end in the middle of a letter, unless they are all of it", () => {
    expect(decodeHead(utf8("a,é").subarray(0, 3), "till.csv")).toBe("a,");
    expect(() => decodeHead(utf8("a,é").subarray(0, 3), "till.csv", true)).toThrow("till.csv is not written in UTF-8");
  });
});

describe("the pieces of a file", () => {
  const broken = fileOf("till.csv", "a,b\n", Uint8Array.from([0xe9]), ",2\n");

  it("add up to its text", async () => {
    expect(await textOf(fileOf("till.csv", "\uFEFFa,b\n", "é,2\n"))).toBe("a,b\né,2\n");
  });

  it("end with an error at the first byte that is no UTF-8", async () => {
    await expect(textOf(broken)).rejects.toMatchObject({
      kind: "encoding",
      message: expect.stringContaining("till.csv"),
    });
  });

  it("go on with a replacement sign where that is asked for", async () => {
    expect(await textOf(broken, { lossy: true })).toBe("a,b\n\uFFFD,2\n");
  });

  it("are read in the encoding asked for", async () => {
    expect(await textOf(broken, { encoding: "windows-1252" })).toBe("a,b\né,2\n");
    const euro = fileOf("till.csv", encodeText("5 € – “gut”", "windows-1252"));
    expect(await textOf(euro, { encoding: "windows-1252" })).toBe("5 € – “gut”");
  });
});
