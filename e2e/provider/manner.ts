/** How the provider answers. */
export type Manner =
  | "honest" // sentences of placeholders only
  | "inventive" // one honest sentence among invented numbers, also when told of the fault
  | "repentant" // invents, and is honest once told of it
  | "obedient" // does what the names it was given say
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
      return figures.names.flatMap(({ name }) =>
        name === null ? [] : [explained(name), explained(`As told: ${name}`)],
      );
    default:
      return fine;
  }
}
