import { crc32, deflateRawSync, gzipSync } from "node:zlib";
import { utils, write } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { openFile } from "../open-file";
import { encodeText, fileOf } from "./testing/encode-text";
import { packedBytes, zipDirectory } from "./zip-directory";

const CSV = "item,price\nnaïve café,3.50\n";
const CHOICE = { encoding: null, sheet: null };
const bytesOf = (text: string) => new TextEncoder().encode(text);

interface Packed {
  name: string;
  bytes: Uint8Array;
  method?: number;
  encrypted?: boolean;
  /** What the directory says instead of the truth. */
  claimed?: number;
  /** Sizes stand in an extra field. */
  wide?: boolean;
}

/** A zip archive by hand, so that it can lie. */
function zip(files: readonly Packed[]): Uint8Array<ArrayBuffer> {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, method = 8, encrypted = false, claimed, wide = false } of files) {
    const packed = method === 8 ? deflateRawSync(bytes) : Buffer.from(bytes);
    const path = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(encrypted ? 1 : 0, 2);
    fields.writeUInt16LE(method, 4);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(claimed ?? bytes.length, 18);
    fields.writeUInt16LE(path.length, 22);
    const narrow = Buffer.from(fields);
    const extra = Buffer.alloc(wide ? 20 : 0);
    if (wide) {
      fields.fill(0xff, 14, 22);
      fields.writeUInt16LE(extra.length, 24);
      extra.writeUInt16LE(1, 0);
      extra.writeUInt16LE(16, 2);
      extra.writeBigUInt64LE(BigInt(bytes.length), 4);
      extra.writeBigUInt64LE(BigInt(packed.length), 12);
    }
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    entries.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\0"), fields, place, path, extra]));
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), narrow, path, packed]);
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...locals, directory, end]));
}

const gz = (bytes: Uint8Array | string) => new Uint8Array(gzipSync(bytes));

async function opened(name: string, bytes: Uint8Array<ArrayBuffer>) {
  const { text, ...rest } = await openFile(fileOf(name, bytes), CHOICE);
  return { ...rest, text: await text.text(), name: text.name };
}

describe("a gzip archive", () => {
  it("is unpacked, whatever it is called, and what it holds is opened once more", async () => {
    expect(await opened("till.csv", gz(CSV))).toEqual({
      text: CSV,
      name: "till.csv",
      encoding: "utf-8",
      sheet: null,
      sheets: [],
      typed: false,
      evidence: [],
    });
    expect(await opened("till.csv.gz", gz(encodeText(CSV, "windows-1252")))).toMatchObject({
      text: CSV,
      encoding: "windows-1252",
    });
    expect(await opened("till.json.gz", gz('[{"item":"tea","price":3}]'))).toMatchObject({
      text: "item,price\ntea,3\n",
      typed: true,
    });
  });

  it("that is damaged or cut off is refused in a sentence", async () => {
    const packed = gz(CSV.repeat(1000));
    const broken = packed.slice();
    broken.fill(0x55, 20, 60);
    for (const bytes of [broken, packed.slice(0, packed.length - 20)]) {
      await expect(opened("till.csv.gz", bytes)).rejects.toMatchObject({
        kind: "unreadable",
        message:
          "till.csv.gz is a gzip archive that cannot be read; it is damaged or not complete. Nothing was imported.",
      });
    }
  });

  it("of an archive or of nothing is refused", async () => {
    await expect(opened("till.gz", gz(gz(CSV)))).rejects.toMatchObject({
      kind: "not-a-table",
      message: expect.stringContaining("packed twice"),
    });
    await expect(opened("till.gz", gz("%PDF-1.7"))).rejects.toMatchObject({
      message: expect.stringContaining("a PDF document"),
    });
    await expect(opened("till.gz", gz(""))).rejects.toMatchObject({ kind: "empty" });
  });

  it("ends with an AbortError when it is aborted", async () => {
    const signal = AbortSignal.abort();
    await expect(openFile(fileOf("till.gz", gz(CSV)), CHOICE, { signal })).rejects.toMatchObject({
      name: "AbortError",
    });
  });
});

describe("a zip archive", () => {
  const csv = { name: "june/till.csv", bytes: bytesOf(CSV) };

  it("of one CSV file is unpacked, whatever systems put beside it", async () => {
    const beside = [
      { name: "june/", bytes: bytesOf(""), method: 0 },
      { name: "__MACOSX/june/._till.csv", bytes: bytesOf("x") },
      { name: ".DS_Store", bytes: bytesOf("x") },
    ];
    for (const method of [0, 8]) {
      expect(await opened("june.zip", zip([...beside, { ...csv, method }]))).toMatchObject({
        text: CSV,
        name: "june.zip",
      });
    }
    expect(await opened("june.zip", zip([csv, { name: "read me.pdf", bytes: bytesOf("%PDF") }]))).toMatchObject({
      text: CSV,
    });
    expect(await opened("june.zip", zip([{ name: "till.txt", bytes: encodeText(CSV, "macintosh") }]))).toMatchObject({
      text: CSV,
      encoding: "macintosh",
    });
  });

  it("whose sizes stand in the fields of larger archives is read, a workbook too", async () => {
    expect(await opened("june.zip", zip([{ ...csv, wide: true }]))).toMatchObject({ text: CSV });
    const book = utils.book_new();
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet([
        ["a", "b"],
        [1, 2],
      ]),
      "S",
    );
    const made = fileOf("x", new Uint8Array(write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer));
    const parts: Packed[] = [];
    for (const entry of (await zipDirectory(made)) ?? []) {
      const stored = await packedBytes(made, entry);
      parts.push({ name: entry.name, bytes: new Uint8Array((await stored?.arrayBuffer()) ?? []), wide: true });
    }
    expect(await opened("till.xlsx", zip(parts))).toMatchObject({ text: "a,b\n1,2\n", sheet: "S" });
  });

  it.each([
    [
      "of several files",
      zip([csv, { name: "b.tsv", bytes: bytesOf(CSV) }, { name: "c.txt", bytes: bytesOf(CSV) }]),
      "is a zip archive of 3 files: till.csv, b.tsv and c.txt",
    ],
    [
      "without a table",
      zip([{ name: "a.png", bytes: bytesOf("x") }]),
      "is a zip archive without a CSV file; it holds a.png",
    ],
    ["with a password", zip([{ ...csv, encrypted: true }]), "is a zip archive with a password"],
    ["packed in a rare way", zip([{ ...csv, method: 14 }]), "packed in a rare way"],
    ["of nothing", zip([]), "is an empty zip archive"],
    [
      "that holds a Word document",
      zip([
        { name: "[Content_Types].xml", bytes: bytesOf("x") },
        { name: "word/document.xml", bytes: bytesOf("x") },
      ]),
      "is a Word document",
    ],
    [
      "that holds an OpenDocument text",
      zip([
        { name: "mimetype", bytes: bytesOf("application/vnd.oasis.opendocument.text"), method: 0 },
        { name: "content.xml", bytes: bytesOf("<x/>") },
      ]),
      "is an OpenDocument text or presentation",
    ],
    [
      "that holds an OpenDocument text",
      zip([
        { name: "mimetype", bytes: bytesOf("application/vnd.oasis.opendocument.text"), method: 0 },
        { name: "content.xml", bytes: bytesOf("<x/>") },
      ]),
      "is an OpenDocument text or presentation",
    ],
    ["that is cut off", zip([csv]).slice(0, 60), "is a zip archive that cannot be read"],
  ])("%s is refused by what it is", async (_, bytes, message) => {
    await expect(opened("june.zip", bytes)).rejects.toMatchObject({
      name: "IngestError",
      message: expect.stringContaining(message),
      hint: expect.any(String),
    });
  });

  it("of a workbook that unpacks to more than 300 MB is refused, whatever its directory claims", async () => {
    const zeros = new Uint8Array(301 * 1024 * 1024);
    const parts = [
      { name: "[Content_Types].xml", bytes: bytesOf("x") },
      { name: "xl/workbook.xml", bytes: bytesOf("x") },
    ];
    for (const claimed of [zeros.length, 10]) {
      const bytes = zip([...parts, { name: "xl/worksheets/sheet1.xml", bytes: zeros, claimed }]);
      await expect(opened("till.xlsx", bytes)).rejects.toMatchObject({
        kind: "unreadable",
        message: expect.stringContaining("more than 300 MB when unpacked"),
      });
    }
  });
});

describe("a file that is no table", () => {
  it.each([
    ["a PDF document", "%PDF-1.7\n"],
    ["a picture (PNG)", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a])],
    ["a picture (JPEG)", Uint8Array.from([0xff, 0xd8, 0xff, 0xe0])],
    ["a 7z archive", Uint8Array.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c])],
    ["a RAR archive", "Rar!\x1a\x07"],
    ["a SQLite database", "SQLite format 3\0"],
    ["a program", "MZ\x01\0\x03\0"],
    ["a Word (RTF) document", "{\\rtf1\\ansi"],
    ["a web page", "<!DOCTYPE html><table><tr><td>1</td></tr></table>"],
    ["a web page", "\n<html><body></body></html>"],
    ["an XML document", '<?xml version="1.0"?><sales/>'],
    ["not a text file", Uint8Array.from([1, 0, 2, 0, 0, 3, 1, 0, 0, 0, 5, 2, 0, 0, 0])],
  ])("is refused as %s", async (what, content) => {
    await expect(openFile(fileOf("till.csv", content), CHOICE)).rejects.toMatchObject({
      kind: "not-a-table",
      message: expect.stringMatching(
        new RegExp(`^till\\.csv is ${what.replace(/[()]/g, "\\$&")}.*Nothing was imported\\.$`),
      ),
      hint: expect.any(String),
    });
  });

  it("is refused as empty without a byte, or with none but zeros", async () => {
    await expect(openFile(fileOf("till.csv"), CHOICE)).rejects.toMatchObject({ kind: "empty" });
    await expect(openFile(fileOf("till.csv", new Uint8Array(5000)), CHOICE)).rejects.toMatchObject({ kind: "empty" });
  });

  it.each([
    ["MZ,Price\n1,2\n"],
    ["BM;RIFF\n1;2\n"],
    ["a,b\n1,\0\n2,\0\0\n"],
    ["<5,>9\n1,2\n"],
    ["[a];[b]\n1;2\n"],
    ["a\x01b\n1\x012\n"],
  ])("is not what %j is", async (text) => {
    const file = fileOf("till.csv", text);
    expect((await openFile(file, CHOICE)).text).toBe(file);
  });
});

describe("a workbook in a gzip archive", () => {
  it("is refused", async () => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([["a"]]), "S");
    const bytes = new Uint8Array(write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
    await expect(opened("till.xlsx.gz", gz(bytes))).rejects.toMatchObject({ kind: "not-a-table" });
  });
});
