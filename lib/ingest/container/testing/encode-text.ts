/** Every letter of an encoding with its bytes, by decoding all of them. */
function tableOf(label: string): Map<string, number[]> {
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder(label, { fatal: true });
  const add = (bytes: number[]) => {
    try {
      const text = decoder.decode(Uint8Array.from(bytes));
      if ([...text].length === 1 && !table.has(text)) table.set(text, bytes);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  };
  for (let byte = 0; byte < 256; byte += 1) add([byte]);
  // Some engines read these bytes of Windows-1252 as control signs.
  if (label === "windows-1252") {
    for (const [index, sign] of [..."€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"].entries())
      table.set(sign, [0x80 + index]);
  }
  if (["shift_jis", "euc-jp", "gb18030", "big5", "euc-kr"].includes(label)) {
    for (let lead = 0x81; lead < 0xff; lead += 1) for (let trail = 0x40; trail < 0xff; trail += 1) add([lead, trail]);
  }
  return table;
}

const tables = new Map<string, Map<string, number[]>>();

/** A text as bytes of an older encoding; throws for a letter it does not have. */
export function encodeText(text: string, label: string): Uint8Array<ArrayBuffer> {
  if (label.startsWith("utf-16")) {
    const bytes = new Uint8Array(text.length * 2);
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), label === "utf-16le");
    return bytes;
  }
  const table = tables.get(label) ?? tableOf(label);
  tables.set(label, table);
  return Uint8Array.from(
    [...text].flatMap((letter) => {
      const bytes = table.get(letter);
      if (!bytes) throw new RangeError(`${label} has no ${letter}`);
      return bytes;
    }),
  );
}

/** A file as the browser hands it over. */
export function fileOf(name: string, ...parts: (string | Uint8Array<ArrayBuffer>)[]): File {
  return new File(parts, name);
}
