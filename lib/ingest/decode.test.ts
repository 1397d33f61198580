import { describe, expect, it } from "vitest";
import { decodedPieces, decodeHead, type NamedBlob } from "./decode";
import { IngestError } from "./ingest-error";

const bytes = (...values: (number | string)[]) =>
  new Uint8Array(
    values.flatMap((value) => (typeof value === "number" ? [value] : [...new TextEncoder().encode(value)])),
  );

function refusal(head: Uint8Array): IngestError {
  try {
    decodeHead(head, "till.csv");
  } catch (error) {
    if (error instanceof IngestError) return error;
    throw error;
  }
  throw new Error("It was taken.");
}

const named = (parts: BlobPart[], name: string): NamedBlob => Object.assign(new Blob(parts), { name });

async function textOf(file: NamedBlob): Promise<string> {
  let text = "";
  for await (const piece of decodedPieces(file)) text += piece;
  return text;
}

describe("the first bytes of a file", () => {
  it("are text without their byte order mark", () => {
    expect(decodeHead(bytes(0xef, 0xbb, 0xbf, "a,b\n1,2\n"), "till.csv")).toBe("a,b\n1,2\n");
    expect(decodeHead(bytes("Größe,Stück\n"), "till.csv")).toBe("Größe,Stück\n");
  });

  it("may end in the middle of a letter", () => {
    expect(decodeHead(bytes("a,é").subarray(0, 3), "till.csv")).toBe("a,");
  });

  it.each([
    ["a PDF document", bytes("%PDF-1.7\n"), "PDF is a later format"],
    ["a picture (PNG)", bytes(0x89, "PNG\r\n"), "CSV"],
    ["a picture (JPEG)", bytes(0xff, 0xd8, 0xff, 0xe0), "CSV"],
    ["a zip archive", bytes("PK", 3, 4, 20, 0, "sales.csv"), "Unpack"],
    ["an Excel or OpenDocument workbook", bytes("PK", 3, 4, 20, 0, "[Content_Types].xml"), "Save as"],
    ["an older Excel or Word file", bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1), "Save as"],
    ["a gzip archive", bytes(0x1f, 0x8b, 8), "Unpack"],
    ["a web page or XML document", bytes("<!DOCTYPE html><table>"), "CSV"],
    ["a JSON document", bytes('[{"a": 1}]'), "JSON is a later format"],
  ])("name %s, whatever the file is called", (what, head, hint) => {
    const error = refusal(head);
    expect(error.kind).toBe("not-a-table");
    expect(error.message).toBe(
      `till.csv is ${what}, not a table${what.match(/page|JSON/) ? "" : " of text"}. Nothing was imported.`,
    );
    expect(error.hint).toContain(hint);
  });

  it("are refused when they are not UTF-8", () => {
    expect(refusal(bytes("caf", 0xe9, ",1\n")).kind).toBe("encoding");
    expect(refusal(bytes(0xff, 0xfe, 97, 0, 44, 0)).message).toContain("UTF-16");
    expect(refusal(bytes(...[..."a,b\nc,d\ne,f\n"].flatMap((char) => [char, 0]))).message).toContain("UTF-16");
  });

  it("are refused when they are a program or data without a name", () => {
    expect(refusal(bytes("MZ", 0x90, 0, 3, 0)).kind).toBe("not-a-table");
    expect(refusal(bytes(1, 0, 2, 0, 0, 3, 1, 0, 0, 0, 5, 2, 0, 0, 0)).kind).toBe("not-a-table");
    expect(decodeHead(bytes("MZ,Price\n1,2\n"), "till.csv")).toBe("MZ,Price\n1,2\n");
  });
});

describe("the pieces of a file", () => {
  it("add up to its text", async () => {
    expect(await textOf(named(["\uFEFFa,b\n", "é,2\n"], "till.csv"))).toBe("a,b\né,2\n");
  });

  it("end with an error at the first byte that is no UTF-8", async () => {
    const file = named(["a,b\n", new Uint8Array([0xe9]), ",2\n"], "till.csv");
    await expect(textOf(file)).rejects.toMatchObject({
      kind: "encoding",
      message: expect.stringContaining("till.csv"),
    });
  });
});
