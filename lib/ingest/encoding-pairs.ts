import type { Scored } from "./encoding-score";

/** How likely a pair of bytes is as one letter, as a natural logarithm; null when it is none. */
type PairModel = (lead: number, trail: number) => number | null;

const RARE = Math.log(0.01 / 20_000);
const BROKEN = Math.log(1e-7);
/** An ASCII byte inside a letter takes the place of a common one. */
const SINGLE_KANA = Math.log(0.1 / 63);

const among = (share: number, letters: number) => Math.log(share / letters);
const within = (byte: number, from: number, to: number) => byte >= from && byte <= to;

/** GB 2312 has its 3,755 commonest letters in the leads B0 to D7, signs in A1 to A3. */
const gb18030: PairModel = (lead, trail) => {
  if (!within(lead, 0x81, 0xfe) || !within(trail, 0x40, 0xfe) || trail === 0x7f) return null;
  if (trail >= 0xa1 && within(lead, 0xb0, 0xd7)) return among(0.9, 3755);
  if (trail >= 0xa1 && (lead === 0xa1 || lead === 0xa3)) return among(0.06, 188);
  return trail >= 0xa1 && within(lead, 0xd8, 0xf7) ? among(0.03, 3008) : RARE;
};

/** Big5 has its 5,401 commonest letters in the leads A4 to C6, signs in A1 to A3. */
const big5: PairModel = (lead, trail) => {
  if (!within(lead, 0x81, 0xfe) || !(within(trail, 0x40, 0x7e) || within(trail, 0xa1, 0xfe))) return null;
  if (within(lead, 0xa4, 0xc6)) return among(0.9, 5401);
  if (within(lead, 0xa1, 0xa3)) return among(0.06, 400);
  return within(lead, 0xc9, 0xf9) ? among(0.03, 7652) : RARE;
};

/** KS X 1001 has its 2,350 syllables in the leads B0 to C8. */
const eucKr: PairModel = (lead, trail) => {
  if (!within(lead, 0x81, 0xfe) || !within(trail, 0x41, 0xfe)) return null;
  if (trail >= 0xa1 && within(lead, 0xb0, 0xc8)) return among(0.92, 2350);
  if (trail >= 0xa1 && within(lead, 0xa1, 0xa3)) return among(0.04, 282);
  return trail >= 0xa1 && within(lead, 0xca, 0xfd) ? among(0.02, 4888) : RARE;
};

/** JIS X 0208: hiragana in row 4, katakana in row 5, the 2,965 commonest letters in rows 16 to 47. */
function jis(row: number): number {
  if (row === 4 || row === 5) return among(0.25, 85);
  if (within(row, 16, 47)) return among(0.4, 2965);
  if (within(row, 1, 3)) return among(0.06, 200);
  return within(row, 48, 84) ? among(0.02, 3390) : RARE;
}

const eucJp: PairModel = (lead, trail) => {
  if (lead === 0x8e && within(trail, 0xa1, 0xdf)) return SINGLE_KANA;
  if (!within(lead, 0xa1, 0xfe) || !within(trail, 0xa1, 0xfe)) return null;
  return jis(lead - 0xa0);
};

const shiftJis: PairModel = (lead, trail) => {
  const leads = within(lead, 0x81, 0x9f) || within(lead, 0xe0, 0xfc);
  if (!leads || !(within(trail, 0x40, 0x7e) || within(trail, 0x80, 0xfc))) return null;
  const row = (lead - (lead < 0xa0 ? 0x81 : 0xc1)) * 2 + (trail >= 0x9f ? 2 : 1);
  return jis(row);
};

const MODELS: Readonly<Record<string, PairModel>> = {
  gb18030,
  big5,
  "euc-kr": eucKr,
  "euc-jp": eucJp,
  shift_jis: shiftJis,
};

/** A letter of ASCII that a pair takes costs as much as it does in a text of its own. */
const ASCII_LETTER = Math.log(1 / 40);

function likelihood(bytes: Uint8Array, encoding: string, model: PairModel): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] as number;
    if (lead < 0x80) continue;
    if (encoding === "shift_jis" && within(lead, 0xa1, 0xdf)) {
      sum += SINGLE_KANA;
      continue;
    }
    const trail = bytes[at + 1] ?? 0;
    const pair = model(lead, trail);
    if (pair === null) {
      sum += BROKEN;
      continue;
    }
    sum += pair - (trail < 0x80 ? ASCII_LETTER : 0);
    at += 1;
  }
  return sum;
}

/** The encodings of Chinese, Japanese and Korean, two bytes a letter, on the scale of `scoreSingleByte`. */
export function scorePairs(bytes: Uint8Array): Scored[] {
  return Object.entries(MODELS).map(([encoding, model]) => ({ encoding, score: likelihood(bytes, encoding, model) }));
}
