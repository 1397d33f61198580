import { columnLook, type Look, type Looks } from "./cell-look";
import type { FileRecord } from "./records";

/** The header of a table, found among the first records. */
export interface HeaderGuess {
  /** Number of the first record of the table: its header when it has one. */
  start: number;
  /** Records the header takes, 0-3. */
  rows: number;
  /** Both readings are possible. */
  open: boolean;
}

/** Votes for and against a record that is taken for names. */
interface Votes {
  names: number;
  values: number;
}

/** Rows and fields below a row that say what its columns hold. */
const LOOKED_AT = 300;
const LOOKED_AT_FIELDS = 3_000;
const MOST_ROWS = 3;
/** A header may stand so many full rows below the first one. */
const LOOK_AHEAD = 12;

const isYear = (field: string) => /^(?:19|20|21)\d\d$/.test(field.trim());
const isValue = (look: Look) => look === "number" || look === "date" || look === "time";
const filledOf = ({ fields }: FileRecord) => fields.filter((field) => field.trim() !== "").length;

export class HeaderFinder {
  readonly #records: readonly FileRecord[];
  readonly #width: number;
  readonly #looks: Looks;
  readonly #depth: number;
  /** Filled fields of a row in the middle. */
  readonly #usual: number;
  /** Fields a row of the table has at least. */
  readonly #need: number;

  constructor(records: readonly FileRecord[], width: number, looks: Looks) {
    this.#records = records;
    this.#looks = looks;
    this.#depth = Math.min(LOOKED_AT, Math.max(20, Math.ceil(LOOKED_AT_FIELDS / width)));
    this.#width = width;
    const full = records.filter(({ fields }) => fields.length === width).map(filledOf);
    this.#usual = full.sort((a, b) => a - b)[Math.floor(full.length / 2)] ?? 1;
    this.#need = width === 1 ? 1 : Math.max(2, Math.ceil(this.#usual * 0.5));
  }

  find(): HeaderGuess {
    const first = this.#records.findIndex((record) => this.#isRow(record));
    if (first < 0) return { start: 0, rows: 0, open: false };
    const start = this.#nameRow(first);
    const votes = this.#votes(start);
    const clear = Math.max(votes.names, votes.values) >= 2 * Math.min(votes.names, votes.values);
    const header = votes.values === 0 || votes.names * 2 > votes.values;
    if (!header) return { start, rows: 0, open: !clear };
    const above = this.#rowsAbove(start);
    return { start: start - above, rows: above + Math.min(this.#rows(start), MOST_ROWS - above), open: !clear };
  }

  /** Rows right above the names that tell apart names which repeat: ",January,,February,". */
  #rowsAbove(start: number): number {
    const names = this.#records[start]?.fields.map((field) => field.trim()) ?? [];
    if (new Set(names).size === names.length) return 0;
    let rows = 0;
    for (; rows < MOST_ROWS - 1; rows += 1) {
      const [record, below] = [this.#records[start - rows - 1], this.#records[start - rows]];
      if (record?.problem !== null || !below || below.line - record.line > 1) break;
      const titles = filledOf(record) > 1 && record.fields.length === this.#width;
      if (!titles || record.fields.some((field) => isValue(this.#looks.of(field)) && !isYear(field))) break;
    }
    return rows;
  }

  #isRow(record: FileRecord): boolean {
    if (record.problem !== null) return false;
    if (this.#width > 1 && record.fields.length === 1) return false;
    if (this.#width === 1 && /^\s*#/.test(record.fields[0] ?? "")) return false;
    return filledOf(record) >= this.#need;
  }

  /** The first full row, or one a little below it that names columns when those above it do not belong to the table. */
  #nameRow(first: number): number {
    const at = (index: number) => this.#records[index];
    const full = filledOf(this.#records[first] as FileRecord) >= this.#usual * 0.8;
    if (full && this.#namesOnly(first)) return first;
    if (this.#votes(first).values > 0 && this.#sameLooks(first)) return first;
    for (let index = first + 1; index <= first + LOOK_AHEAD; index += 1) {
      const [record, above] = [at(index), at(index - 1)];
      if (!record || !above || !this.#isRow(record)) continue;
      const gap = record.line - above.line > 1 || filledOf(above) === 0 || filledOf(above) < filledOf(record);
      const { names, values } = this.#votes(index);
      if (gap && this.#namesOnly(index) && names > 0 && values === 0) return index;
    }
    return first;
  }

  /** Every filled field is a word or several. */
  #namesOnly(index: number): boolean {
    const fields = this.#records[index]?.fields ?? [];
    return fields.every((field) => !isValue(this.#looks.of(field)));
  }

  /** The row has the looks of the columns below it. */
  #sameLooks(index: number): boolean {
    const looks = this.#columns(index + 1);
    const fields = this.#records[index]?.fields ?? [];
    const [same, other] = [0, 1].map(
      (wrong) =>
        looks.filter((look, column) => isValue(look) && Number(this.#looks.of(fields[column] ?? "") !== look) === wrong)
          .length,
    ) as [number, number];
    return same > other;
  }

  #below(from: number): readonly FileRecord[] {
    return this.#records.slice(from, from + this.#depth).filter((record) => this.#isRow(record));
  }

  #columns(from: number): Look[] {
    const below = this.#below(from);
    return Array.from({ length: this.#width }, (_, column) =>
      columnLook(
        below.map(({ fields }) => fields[column] ?? ""),
        this.#looks,
      ),
    );
  }

  /** What every column says of the field above it: numbers and dates below names, or one more of the same. */
  #votes(index: number): Votes {
    const fields = this.#records[index]?.fields ?? [];
    const raw = this.#records[index]?.raw;
    const below = this.#below(index + 1).filter((record) => record.raw !== raw);
    const looks = this.#columns(index + 1);
    const votes: Votes = { names: 0, values: 0 };
    if (below.length === 0) {
      votes.values = fields.filter((field) => isValue(this.#looks.of(field)) && !isYear(field)).length;
      votes.names = fields.filter((field) => this.#looks.of(field) === "text").length;
      return votes;
    }
    const counted = countedUp(fields);
    looks.forEach((look, column) => {
      const field = fields[column] ?? "";
      const own = this.#looks.of(field);
      if (own === "empty") return;
      const values = below.map((record) => (record.fields[column] ?? "").trim()).filter((value) => value !== "");
      if (isValue(look)) {
        const periods = own === "number" && (counted || (isYear(field) && !values.slice(0, 20).every(isYear)));
        if (own === look && !periods) votes.values += 1;
        else if (own === "text" || own === "code" || periods || (own === "date" && look === "number")) votes.names += 1;
      } else if (isValue(own)) {
        votes.values += 0.5;
      } else if (look === "code") {
        if (own === "text") votes.names += 0.5;
        else if (maskOf(field) === maskOf(values[0] ?? "")) votes.values += 1;
      } else {
        addRepeats(votes, field.trim(), values);
      }
    });
    return votes;
  }

  /** Rows of names that follow each other; a second one only where several columns of values stand below. */
  #rows(start: number): number {
    let rows = 1;
    for (; rows < MOST_ROWS; rows += 1) {
      const record = this.#records[start + rows];
      if (!record || !this.#isRow(record) || record.fields.length !== this.#width) break;
      const looks = this.#columns(start + rows + 1);
      const valued = looks
        .map((look, column) => ({ look, field: record.fields[column] ?? "" }))
        .filter(({ look }) => isValue(look));
      const named = valued.filter(({ field }) => ["text", "code"].includes(this.#looks.of(field))).length;
      const valuesIn = valued.filter(({ field }) => isValue(this.#looks.of(field))).length;
      if (valued.length < 2 || valuesIn > 0 || named < valued.length * 0.75) break;
    }
    return rows;
  }
}

/** Columns of few words: a name is none of them, a value mostly is. */
function addRepeats(votes: Votes, field: string, values: readonly string[]): void {
  const different = new Set(values);
  if (values.length < 6 || different.size > values.length * 0.5) return;
  if (different.has(field)) votes.values += 1;
  else votes.names += 1;
}

/** Fields that count up by one: the years, months or days of a table across. */
function countedUp(fields: readonly string[]): boolean {
  const numbers = fields
    .map((field) => field.trim())
    .filter((field) => /^\d{1,4}$/.test(field))
    .map(Number);
  return (
    numbers.length > 2 && numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1)
  );
}

/** "MG-8769" -> "A-9". */
function maskOf(text: string): string {
  return text
    .trim()
    .replace(/\p{L}+/gu, "A")
    .replace(/\p{Nd}+/gu, "9");
}
