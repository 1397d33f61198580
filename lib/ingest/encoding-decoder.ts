/** Windows-1252 at 0x80 to 0x9F; some engines read these bytes as control signs. */
const C1 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function withSigns(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (char) => C1[char.charCodeAt(0) - 0x80] ?? char);
}

/** Turns pieces of bytes into pieces of text. */
export interface PieceDecoder {
  push(bytes: Uint8Array): string;
  end(): string;
}

/**
 * A decoder by WHATWG label that drops a byte order mark. Bytes that cannot be read become U+FFFD, or with `fatal` throw
 * a TypeError. Throws RangeError when the label is unknown.
 */
export function decoderOf(label: string, { fatal = false }: { fatal?: boolean } = {}): PieceDecoder {
  const decoder = new TextDecoder(label, { fatal });
  const repaired = decoder.encoding === "windows-1252" ? withSigns : (text: string) => text;
  return {
    push: (bytes) => repaired(decoder.decode(bytes, { stream: true })),
    end: () => repaired(decoder.decode()),
  };
}
