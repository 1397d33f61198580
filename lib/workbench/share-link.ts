import { encodeFragment } from "@/lib/report/codec/fragment";
import { MOST_ROWS, type Report } from "@/lib/report/report";

/** Characters of a link that every program takes, and that most do. */
export const FITS_EVERYWHERE = 8_000;
export const FITS_MOSTLY = 64_000;

/** How far a link of a length comes. */
export type LinkSize = "everywhere" | "mostly" | "too-long";

export function linkSize(characters: number): LinkSize {
  if (characters <= FITS_EVERYWHERE) return "everywhere";
  return characters <= FITS_MOSTLY ? "mostly" : "too-long";
}

/** Rows of a table a link may be made with, the most first. */
const ROWS = [MOST_ROWS, 150, 100, 75, 60, 50, 40, 35, 30, 27, 25, 23, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10];
const FEWEST = 10;

interface LinkSpec {
  /** The report with as many rows of a table at most. */
  reportOf: (mostRows: number) => Report;
  /** Where the viewer is: "https://lucid.example/report". */
  page: string;
  /** "" for none. */
  passPhrase: string;
  /** As many rows as fit everywhere, or all that may leave. */
  length: "short" | "full";
}

export interface SharedLink {
  url: string;
  /** Rows of a table at most. */
  rows: number;
  size: LinkSize;
}

/** A link that holds the report. Where even the fewest rows are too many for a short one, it is as short as can be. */
export async function shareLink({ reportOf, page, passPhrase, length }: LinkSpec): Promise<SharedLink> {
  const made = async (rows: number): Promise<SharedLink> => {
    const url = `${page}#${await encodeFragment(reportOf(rows), { passPhrase: "" })}`;
    return { url, rows, size: linkSize(url.length + (passPhrase === "" ? 0 : SEAL)) };
  };
  const found = length === "full" ? await made(MOST_ROWS) : await mostThatFits(made);
  if (passPhrase === "") return found;
  const url = `${page}#${await encodeFragment(reportOf(found.rows), { passPhrase })}`;
  return { ...found, url, size: linkSize(url.length) };
}

/** Characters that encryption adds: salt, nonce, tag. */
const SEAL = 64;

/** The link with the most rows that still fits everywhere: more rows never make a shorter link. */
async function mostThatFits(made: (rows: number) => Promise<SharedLink>): Promise<SharedLink> {
  let best: SharedLink | null = null;
  for (let from = 0, to = ROWS.length - 1; from <= to; ) {
    const middle = Math.floor((from + to) / 2);
    const link = await made(ROWS[middle] ?? FEWEST);
    if (link.size === "everywhere") {
      best = link;
      to = middle - 1;
    } else {
      from = middle + 1;
    }
  }
  return best ?? made(FEWEST);
}
