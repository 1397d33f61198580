import { csvField } from "@/lib/std/inert-text";
import { BlobWriter } from "./blob-writer";

const FLUSH = 65_536;

/** Writes rows as CSV in UTF-8: commas, quotes where they are needed, one line feed behind every row. */
export class CsvWriter {
  readonly #blob = new BlobWriter();
  #text = "";
  rows = 0;

  /** A row without cells is an empty line. */
  row(cells: readonly string[]): void {
    this.rows += 1;
    this.#text += `${cells.map(csvField).join(",")}\n`;
    if (this.#text.length < FLUSH) return;
    this.#blob.write(this.#text);
    this.#text = "";
  }

  end(name: string): File {
    this.#blob.write(this.#text);
    this.#text = "";
    return this.#blob.end(name);
  }
}
