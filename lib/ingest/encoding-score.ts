import { decoderOf } from "./encoding-decoder";
import { ALPHABETS, type Alphabet, SIGNS } from "./encoding-letters";

/** Natural logarithms of how likely a sign is. */
const LETTERS = Math.log(0.85);
const SIGN_SHARE = 0.3;
const ODD_LETTER = Math.log(0.02 / 300);
const NO_TEXT = Math.log(1e-7);
const CAPITAL = Math.log(0.2);
const CAPITAL_INSIDE = Math.log(0.003);
const SIGN_INSIDE = Math.log(0.03);
const MIXED_WORD = Math.log(0.01);
/** Languages of ASCII letters seldom put two others side by side. */
const SIDE_BY_SIDE = Math.log(0.1);

interface Model {
  logs: ReadonlyMap<string, number>;
  alphabet: Alphabet;
}

/** The r-th commonest letter comes about 1/(r + 2) as often as all together. */
function byRank(letters: readonly string[], share: number): [string, number][] {
  const total = letters.reduce((sum, _, rank) => sum + 1 / (rank + 2), 0);
  return letters.map((letter, rank) => [letter, share + Math.log(1 / (rank + 2) / total)]);
}

function modelOf(alphabet: Alphabet): Model {
  return { alphabet, logs: new Map(byRank([...alphabet.letters], LETTERS)) };
}

const SIGN_LOGS = new Map(byRank([...SIGNS], Math.log(SIGN_SHARE)));

const MODELS = ALPHABETS.map(modelOf);
const LETTER = /\p{L}/u;
const WORD_SIGNS = new Set("’´·\u00A0");

const isAsciiLetter = (char: string) => /[a-zA-Z]/.test(char);
const isLower = (char: string) => char !== char.toUpperCase() && char === char.toLowerCase();
const isUpper = (char: string) => char !== char.toLowerCase() && char === char.toUpperCase();

/** How likely a text beyond ASCII is in one language; 0 is certain. */
function likelihood(text: string, { logs, alphabet }: Model): number {
  let sum = alphabet.prior ?? 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] as string;
    if (char < "\u0080") continue;
    const before = text[at - 1] ?? " ";
    const after = text[at + 1] ?? " ";
    if (!LETTER.test(char) && !logs.has(char)) {
      sum += SIGN_LOGS.get(char) ?? (char < "\u00A0" || char === "\uFFFD" ? NO_TEXT : ODD_LETTER);
      if (!WORD_SIGNS.has(char) && LETTER.test(before) && LETTER.test(after)) sum += SIGN_INSIDE;
      continue;
    }
    const direct = logs.get(char);
    const lower = logs.get(char.toLowerCase());
    if (direct !== undefined) sum += direct;
    else sum += lower === undefined ? ODD_LETTER : lower + (isUpper(before) ? 0 : CAPITAL);
    if (isUpper(char) && (isLower(before) || (isLower(after) && LETTER.test(before)))) sum += CAPITAL_INSIDE;
    if (isLower(char) && isUpper(after)) sum += CAPITAL_INSIDE;
    if (!alphabet.own && before >= "\u00C0" && LETTER.test(before)) sum += SIDE_BY_SIDE;
    if (alphabet.own && (isAsciiLetter(before) || isAsciiLetter(after))) sum += MIXED_WORD;
  }
  return sum;
}

export interface Scored {
  encoding: string;
  score: number;
}

/** Every encoding of one byte a letter with the likelihood of the language that fits it best. */
export function scoreSingleByte(bytes: Uint8Array): Scored[] {
  const texts = new Map<string, string>();
  const textIn = (encoding: string) => {
    const known = texts.get(encoding);
    if (known !== undefined) return known;
    const text = decoderOf(encoding).push(bytes);
    texts.set(encoding, text);
    return text;
  };
  return MODELS.flatMap((model) =>
    model.alphabet.encodings.map((encoding) => ({ encoding, score: likelihood(textIn(encoding), model) })),
  );
}
