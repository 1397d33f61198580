import { fittingReport, holdsTooMuch } from "../fitting-report";
import { type Report, reportSchema } from "../report";
import { ReportError, tooLarge, unreadable } from "../report-error";
import { decodeBase64url, encodeBase64url } from "./base64url";
import { deflated, inflated } from "./deflate";
import { packedReport, unpackedReport } from "./packed-report";
import { phrasesOf } from "./phrases";
import phrases1 from "./phrases-1.json";
import { sealed, unsealed } from "./seal";

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * The form: its version, "-", the number of letters to come, "-", the letters. Version 2 is version 1 with parts a page made
 * before it does not know: it says then that the report is newer, not that it is damaged. Both are read.
 */
const VERSION = 2;
const TAG = /^#?(\d{1,4})-(\d{1,7})-(.*)$/;

/** Letters of a link that is opened at all; a browser holds about two million. */
const MOST_LETTERS = 2_000_000;
/** Bytes it unpacks to. */
const MOST_BYTES = 4_000_000;
const DEEPEST = 8;
const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"]);

const SEALED = 1;
const CHECKSUM = 4;

const words = { current: null as ReturnType<typeof phrasesOf> | null };
const phrases = () => {
  words.current ??= phrasesOf(phrases1);
  return words.current;
};

async function checksum(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).slice(0, CHECKSUM);
}

/** What a pass phrase protects beside the text: it cannot be opened as another version or as an open report. */
function around(version: number, flags: number): Bytes {
  return new Uint8Array([version, flags]);
}

/**
 * A report as the fragment of an address, without "#": version tag and base64url(flags, checksum, deflated JSON). With a
 * pass phrase what follows the flags is encrypted. Throws ReportError when nobody could open it.
 */
export async function encodeFragment(report: Report, { passPhrase = "" } = {}): Promise<string> {
  const text = JSON.stringify(packedReport(fittingReport(report)));
  const json = new TextEncoder().encode(phrases().shorten(text));
  if (text.length > MOST_BYTES || json.length > MOST_BYTES) throw holdsTooMuch();
  const body = new Uint8Array([...(await checksum(json)), ...(await deflated(json))]);
  const flags = passPhrase === "" ? 0 : SEALED;
  const rest = passPhrase === "" ? body : await sealed(body, passPhrase, around(VERSION, flags));
  const letters = encodeBase64url(new Uint8Array([flags, ...rest]));
  return `${VERSION}-${letters.length}-${letters}`;
}

interface DecodeOptions {
  passPhrase?: string | null;
  /** Told of the bytes unpacked so far. */
  onBytes?: (bytes: number) => void;
}

/** The report of a fragment, with or without "#"; untrusted. Throws ReportError with what to do. */
export async function decodeFragment(fragment: string, { passPhrase, onBytes }: DecodeOptions = {}): Promise<Report> {
  const { version, bytes } = partsOf(fragment);
  const [flags = 0] = bytes;
  if (flags > SEALED) throw unreadable();
  const rest = bytes.slice(1);
  if (flags === SEALED && !passPhrase) {
    throw new ReportError({
      kind: "needs-pass-phrase",
      message: "This report is locked with a pass phrase.",
      hint: "Type the pass phrase you were given. It is checked here and sent nowhere.",
    });
  }
  const body = flags === SEALED ? await unsealed(rest, passPhrase ?? "", around(version, flags)) : rest;
  const json = await inflated(body.slice(CHECKSUM), { most: MOST_BYTES, ...(onBytes ? { onBytes } : {}) });
  const sum = await checksum(json);
  if (sum.some((byte, at) => byte !== body[at])) throw unreadable();
  const text = new TextDecoder().decode(json);
  const read = reportSchema.safeParse(unpackedReport(parsed(phrases().lengthen(text, MOST_BYTES))));
  if (!read.success) throw unreadable(read.error);
  return read.data;
}

/** The version tag and the bytes behind it. */
function partsOf(fragment: string): { version: number; bytes: Bytes } {
  if (fragment.replace(/^#/, "") === "") {
    throw new ReportError({
      kind: "empty",
      message: "There is no report in this address.",
      hint: "A report stands behind the # of its link. Copy the whole link, or open Lucid and make a report.",
    });
  }
  if (fragment.length > MOST_LETTERS) throw tooLarge();
  const tag = TAG.exec(fragment);
  if (!tag) throw unreadable();
  const [, , length, letters = ""] = tag;
  const version = Number(tag[1]);
  if (version > VERSION) {
    throw new ReportError({
      kind: "newer",
      message: "This report was made by a newer version of Lucid.",
      hint: "Reload the page to get the newest version, then open the link again.",
    });
  }
  if (letters.length < Number(length)) {
    throw new ReportError({
      kind: "truncated",
      message: `This link was cut off: ${letters.length.toLocaleString("en")} of its ${Number(length).toLocaleString("en")} characters arrived.`,
      hint: "Some programs shorten long links. Ask for it once more, as a file or in a message that keeps it whole.",
    });
  }
  if (version < 1 || letters.length > Number(length)) throw unreadable();
  return { version, bytes: decodeBase64url(letters) };
}

/** JSON without keys that mean something to a program, and not deeper than a report is. */
function parsed(text: string): unknown {
  try {
    const root: unknown = JSON.parse(text, (key, value: unknown) => {
      if (FORBIDDEN.has(key)) throw unreadable();
      return value;
    });
    if (isDeeper(root, DEEPEST)) throw unreadable();
    return root;
  } catch (cause) {
    throw cause instanceof ReportError ? cause : unreadable(cause);
  }
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}
