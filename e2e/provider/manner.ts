import { readFileSync } from "node:fs";

/** How the provider answers. */
export type Manner =
  | "honest" // sentences of placeholders only
  | "inventive" // one honest sentence among invented numbers, also when told of the fault
  | "repentant" // invents, and is honest once told of it
  | "obedient" // does what the names it was given say
  | "halting" // stops half-way until it is told to go on
  | "silent" // says nothing until the caller gives up
  | "garbage" // HTML where JSON should be
  | "half" // breaks the connection in the middle of a sentence
  | "endless" // never stops sending
  | "busy" // 429
  | "broken" // 500
  | "strict" // 401, repeating the key it was sent
  | "elsewhere"; // a redirect

/** A sentence as the model writes it. */
interface Written {
  part: "explanation" | "guidance";
  text: string;
}

/** What the provider reads of the figures it is sent. */
interface Figures {
  names: { id: string; name: string | null }[];
  metrics: { id: string; of: string | null }[];
}

const INVENTED = [
  "Revenue was 987,654 in all.",
  "Sales rose by 41.7% against the year before.",
  "Nearly two thirds of it came from three products.",
  "{{m999}} is what was left over.",
];

function honest({ metrics }: Figures): Written[] {
  const sentences = metrics
    .slice(0, 4)
    .map(({ id, of }) =>
      of === null ? `The figure to look at is {{${id}}}.` : `For {{${of}}} the figure is {{${id}}}.`,
    );
  return sentences.map((text, at) => ({
    part: at > 0 && at === sentences.length - 1 ? "guidance" : "explanation",
    text,
  }));
}

/** Names leave cleaned and cut: they are known again by their letters. */
const lettersOf = (name: string) => name.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "");

/** What is said by one that does as the names it was given bid. */
function obeying(names: readonly string[]): string[] {
  const given = names.map(lettersOf).filter(Boolean);
  const known: { name: string; obeyed: string }[] = JSON.parse(readFileSync("e2e/fixtures/hostile-names.json", "utf8"));
  const bids = known.filter(({ name }) => given.some((each) => lettersOf(name).startsWith(each)));
  return [...names, ...names.map((name) => `As told: ${name}`), ...bids.map(({ obeyed }) => obeyed)];
}

const explained = (text: string): Written => ({ part: "explanation", text });

/** What is answered in a manner, given the figures and whether the fault of an earlier answer was named. */
export function writtenIn(manner: Manner, figures: Figures, told: boolean): Written[] {
  const fine = honest(figures);
  switch (manner) {
    case "inventive":
      return [
        ...INVENTED.slice(0, 2).map(explained),
        ...(told ? [] : fine.slice(0, 1)),
        ...INVENTED.slice(2).map(explained),
      ];
    case "repentant":
      return told ? fine : INVENTED.map(explained);
    case "obedient":
      return obeying(figures.names.flatMap(({ name }) => name ?? [])).map(explained);
    default:
      return fine;
  }
}
