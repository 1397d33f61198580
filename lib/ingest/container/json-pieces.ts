const QUOTE = 34;
const BACKSLASH = 92;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const COMMA = 44;

const isBlank = (code: number) => code === 32 || code === 10 || code === 13 || code === 9 || code === 0xfeff;

/**
 * Cuts a JSON text into the texts of its items, piece by piece: the elements of a list at its top, or the values that
 * stand one behind the other (one a line). Says nothing about whether an item is JSON.
 */
export class JsonItems {
  /** Depth at which items stand: 1 inside a list, 0 outside of one; null before the first letter. */
  #base: 0 | 1 | null = null;
  #depth = 0;
  #inText = false;
  #escaped = false;
  #item = "";
  /** True once the list at the top is closed. */
  ended = false;
  /** Something stands behind the end of the list. */
  trailing = false;

  /** True where the text is a list. */
  get isList(): boolean {
    return this.#base === 1;
  }

  push(piece: string): string[] {
    const items: string[] = [];
    let from = 0;
    const close = (at: number) => {
      const text = (this.#item + piece.slice(from, at)).trim();
      if (text !== "") items.push(text);
      this.#item = "";
    };
    for (let at = 0; at < piece.length; at += 1) {
      const code = piece.charCodeAt(at);
      if (this.#inText) {
        if (this.#escaped) this.#escaped = false;
        else if (code === BACKSLASH) this.#escaped = true;
        else if (code === QUOTE) this.#inText = false;
        continue;
      }
      if (this.ended) {
        if (!isBlank(code)) this.trailing = true;
        from = at + 1;
        continue;
      }
      if (this.#base === null) {
        if (isBlank(code)) continue;
        this.#base = code === OPEN_BRACKET ? 1 : 0;
        if (this.#base === 1) {
          this.#depth = 1;
          from = at + 1;
          continue;
        }
      }
      if (code === QUOTE) this.#inText = true;
      else if (code === OPEN_BRACE || code === OPEN_BRACKET) this.#depth += 1;
      else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
        this.#depth -= 1;
        if (this.#base === 1 && this.#depth === 0) {
          close(at);
          from = at + 1;
          this.ended = true;
        } else if (this.#base === 0 && this.#depth === 0) {
          close(at + 1);
          from = at + 1;
        }
      } else if (code === COMMA && this.#base === 1 && this.#depth === 1) {
        close(at);
        from = at + 1;
      }
    }
    this.#item += piece.slice(from);
    return items;
  }

  /** What is left at the end of the text: an item that was not closed, or "". */
  end(): string {
    return this.#base === 1 && !this.ended ? `${this.#item} ` : this.#item.trim();
  }
}
