import { notOpened } from "./not-opened";
import type { Cell, DataSet, Notebook } from "./notebook";
import { RESERVED_KEYS } from "./reserved-keys";

/** More than anyone makes by hand. */
const MOST_CELLS = 1_000;
const MOST_DATA_SETS = 1_000;

const ID = /^[\w-]{1,100}$/;
const NAME = /^[\p{L}_][\p{L}\p{M}\p{N}_]{0,99}$/u;
const HASH = /^[0-9a-f]{64}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const CURRENCY = /^[A-Z]{3}$/;
/** The furthest day a Date can hold, milliseconds. */
const FURTHEST = 8.64e15;

function isLocale(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length === 1;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

const isTime = (time: number) => Math.abs(time) <= FURTHEST;
const isDay = (day: string) => DAY.test(day) && !Number.isNaN(Date.parse(`${day}T00:00:00Z`));

function refuseTwins(what: string, all: readonly string[]): void {
  const seen = new Set<string>();
  for (const one of all) {
    if (seen.has(one)) throw notOpened(`two ${what} are called ${one.slice(0, 60)}`);
    seen.add(one);
  }
}

function refuseCell({ id, name }: Cell): void {
  if (!ID.test(id) || RESERVED_KEYS.includes(id)) throw notOpened("a cell has an id that no notebook gives");
  if (!NAME.test(name) || RESERVED_KEYS.includes(name)) throw notOpened("a cell has a name that queries cannot call");
}

function refuseDataSet({ id, fileHash, parts, setAsideParts, firstDay, lastDay, replaced, importedAt }: DataSet): void {
  const hashes = [fileHash, ...parts, ...setAsideParts];
  const days = [firstDay, lastDay, replaced?.from ?? null, replaced?.to ?? null].filter((day) => day !== null);
  if (!ID.test(id)) throw notOpened("a data set has an id that no notebook gives");
  if (!hashes.every((hash) => HASH.test(hash))) throw notOpened("a data set names its file by no checksum");
  if (!days.every(isDay) || !isTime(importedAt)) throw notOpened("a data set has a day that is none");
}

/** How many cells and data sets a value would have, before anything else of it is looked at. */
export function refuseTooMany(value: unknown): void {
  const counted = (key: "cells" | "dataSets") => {
    const list = typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : null;
    return Array.isArray(list) ? list.length : 0;
  };
  if (counted("cells") > MOST_CELLS) throw notOpened(`it has more than ${MOST_CELLS} cells`);
  if (counted("dataSets") > MOST_DATA_SETS) throw notOpened(`it has more than ${MOST_DATA_SETS} data sets`);
}

/** The notebook itself when its parts fit together and every value can be shown; throws NotebookError for others. */
export function checkedNotebook(notebook: Notebook): Notebook {
  const { cells, dataSets, locale, currency, createdAt, explanations } = notebook;
  for (const cell of cells) refuseCell(cell);
  for (const dataSet of dataSets) refuseDataSet(dataSet);
  refuseTwins(
    "cells",
    cells.map(({ id }) => id),
  );
  refuseTwins(
    "cells",
    cells.map(({ name }) => name.toLowerCase()),
  );
  refuseTwins(
    "data sets",
    dataSets.map(({ id }) => id),
  );
  if (!isLocale(locale)) throw notOpened("the language of its numbers is unknown");
  if (currency !== null && !CURRENCY.test(currency)) throw notOpened("its currency is unknown");
  const times = [createdAt, ...Object.values(explanations).map(({ writtenAt }) => writtenAt)];
  if (!times.every(isTime)) throw notOpened("it has a time that is none");
  return notebook;
}
