const PART = 4 * 1024 * 1024;

/** Gathers text or bytes into a file of parts, so that no more than one part is held here. */
export class BlobWriter {
  #waiting: BlobPart[] = [];
  #waitingSize = 0;
  #parts: Blob[] = [];
  /** Letters and bytes given so far. */
  size = 0;

  write(piece: string | Uint8Array<ArrayBuffer>): void {
    if (piece.length === 0) return;
    this.#waiting.push(piece);
    this.#waitingSize += piece.length;
    this.size += piece.length;
    if (this.#waitingSize >= PART) this.#flush();
  }

  /** What was written, as a file in UTF-8 called `name`. */
  end(name: string): File {
    this.#flush();
    return new File(this.#parts, name);
  }

  #flush(): void {
    if (this.#waiting.length > 0) this.#parts.push(new Blob(this.#waiting));
    this.#waiting = [];
    this.#waitingSize = 0;
  }
}
