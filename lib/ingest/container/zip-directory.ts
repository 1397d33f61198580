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
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const flags = view.getUint16(at + 8, true);
    const next = at + 46 + (nameLength ?? 0);
    if (next > view.byteLength) return null;
    const name = new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength);
    entries.push({
      name: new TextDecoder().decode(name),
      method: view.getUint16(at + 10, true),
      encrypted: (flags & 1) === 1,
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at = next + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

/** The packed bytes of one file; null when its header is not where the directory says. */
export async function packedBytes(file: Blob, { at, packedSize }: ZipEntry): Promise<Blob | null> {
  const header = await viewOf(file, at, at + 30);
  if (header.byteLength < 30 || header.getUint32(0, true) !== LOCAL) return null;
  const from = at + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  return from + packedSize <= file.size ? file.slice(from, from + packedSize) : null;
}
