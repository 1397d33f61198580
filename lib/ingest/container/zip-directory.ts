/** One file of a zip archive as its directory says (APPNOTE.TXT 6.3.10, section 4.3.12). */
export interface ZipEntry {
  name: string;
  /** 0 stored, 8 deflated. */
  method: number;
  encrypted: boolean;
  packedSize: number;
  /** As the directory says; may be wrong. */
  size: number;
  /** Where its local header begins. */
  at: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const LONGEST_END = 65_557;
const ZIP64 = 1;
const IN_ZIP64 = 0xffffffff;

async function viewOf(file: Blob, from: number, to: number): Promise<DataView> {
  return new DataView(await file.slice(Math.max(0, from), to).arrayBuffer());
}

/** The files of an archive, folders left out; null when it has no directory that can be read. */
export async function zipDirectory(file: Blob): Promise<ZipEntry[] | null> {
  const tail = await viewOf(file, file.size - LONGEST_END, file.size);
  let end = tail.byteLength - 22;
  while (end >= 0 && tail.getUint32(end, true) !== END) end -= 1;
  if (end < 0) return null;
  const size = tail.getUint32(end + 12, true);
  const offset = tail.getUint32(end + 16, true);
  if (offset === IN_ZIP64 || offset + size > file.size) return null;
  const entries = entriesOf(await viewOf(file, offset, offset + size));
  return entries?.filter(({ name }) => !name.endsWith("/")) ?? null;
}

function entriesOf(view: DataView): ZipEntry[] | null {
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at + 46 <= view.byteLength) {
    if (view.getUint32(at, true) !== ENTRY) return null;
    const [nameLength = 0, extra = 0, comment = 0] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const extraAt = at + 46 + nameLength;
    const next = extraAt + extra + comment;
    if (next > view.byteLength) return null;
    const name = new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength);
    const [size = 0, packedSize = 0, offset = 0] = wideFields(
      [24, 20, 42].map((field) => view.getUint32(at + field, true)),
      new DataView(view.buffer, view.byteOffset + extraAt, extra),
    );
    entries.push({
      name: new TextDecoder().decode(name),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      packedSize,
      size,
      at: offset,
    });
    at = next;
  }
  return entries;
}

/** Fields that say "see the extra field" with what stands there: some programs write every archive so (4.5.3). */
function wideFields(fields: readonly number[], extra: DataView): number[] {
  let at = 0;
  while (at + 4 <= extra.byteLength && extra.getUint16(at, true) !== ZIP64) at += 4 + extra.getUint16(at + 2, true);
  let value = at + 4;
  return fields.map((field) => {
    if (field !== IN_ZIP64 || value + 8 > extra.byteLength) return field;
    value += 8;
    return Number(extra.getBigUint64(value - 8, true));
  });
}

/** The packed bytes of one file; null when its header is not where the directory says. */
export async function packedBytes(file: Blob, { at, packedSize }: ZipEntry): Promise<Blob | null> {
  const header = await viewOf(file, at, at + 30);
  if (header.byteLength < 30 || header.getUint32(0, true) !== LOCAL) return null;
  const from = at + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  return from + packedSize <= file.size ? file.slice(from, from + packedSize) : null;
}
