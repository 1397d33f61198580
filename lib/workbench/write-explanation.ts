import { type Answered, askExplanation } from "@/lib/explain/ask-explanation";
import { toBook } from "@/lib/explain/book";
import type { Briefing } from "@/lib/explain/briefing";
import { ExplainError } from "@/lib/explain/explain-error";
import { ruleWritten } from "@/lib/explain/rule-written";
import type { ExplainedSentence, Explanation } from "@/lib/notebook/explanation";
import { briefingOf, figuresKey, type Known } from "./brief-notebook";
import type { ExplainSubject } from "./explain-subject";
import type { Ports } from "./ports";
import { toldSentence } from "./told-sentence";

/** An explanation without the time and the reason it was written for. */
type Written = Omit<Explanation, "writtenAt">;

/** How long the page waits for the whole of an answer, milliseconds. */
const TIME_LIMIT = 30_000;

const UNVERIFIED = "Nothing the AI wrote could be verified, so none of it is shown.";

/** The explanation rules write from the figures as they are now. Throws ExplainError where they say nothing. */
export function explainByRules(known: Known, subject: ExplainSubject): Omit<Written, "note"> {
  const briefing = briefingOf(known, subject, true);
  const sentences = ruleWritten(toBook(briefing.payload, briefing.names));
  if (sentences.length > 0)
    return written(
      briefing,
      sentences.map((sentence) => toldSentence(sentence, briefing)),
    );
  throw new ExplainError({
    kind: "nothing-to-explain",
    message: "There is nothing more that rules could say about these figures.",
    hint: "The line above them says what they show.",
  });
}

function written(briefing: Briefing, sentences: ExplainedSentence[]): Omit<Written, "note"> {
  return { figures: figuresKey(briefing), by: null, whole: true, refused: 0, sentences };
}

interface ServiceOptions extends Pick<Ports, "fetchOwn"> {
  hideNames: boolean;
  /** Who is asked. */
  ai: NonNullable<Explanation["by"]>;
  /** Gets all verified sentences so far whenever there is one more. */
  show(sentences: readonly ExplainedSentence[]): void;
  signal: AbortSignal;
  /** Milliseconds. */
  timeLimit?: number;
}

/** Has the server's AI explain, each sentence verified here before it is shown. A failure is told, not thrown. */
export async function explainByService(
  known: Known,
  subject: ExplainSubject,
  { hideNames, ai, fetchOwn, show, signal, timeLimit = TIME_LIMIT }: ServiceOptions,
): Promise<{ explanation: Written } | { failure: string }> {
  const briefing = briefingOf(known, subject, hideNames);
  const late = AbortSignal.timeout(timeLimit);
  const sentences: ExplainedSentence[] = [];
  try {
    const asking = askExplanation(briefing, {
      signal: AbortSignal.any([signal, late]),
      fetch: (path, init) => fetchOwn(String(path), init),
    });
    const { refused, model, promptVersion } = await told(asking, (sentence) => {
      sentences.push(toldSentence(sentence, briefing));
      show([...sentences]);
    });
    if (sentences.length === 0) return { failure: UNVERIFIED };
    return { explanation: { ...written(briefing, sentences), by: { model, promptVersion }, refused, note: null } };
  } catch (error) {
    if (signal.aborted) return stopped(briefing, sentences, ai);
    if (late.aborted) return { failure: "The AI took too long to answer." };
    if (error instanceof ExplainError) return { failure: error.message };
    throw error;
  }
}

type Sentence = Parameters<typeof toldSentence>[0];

async function told(asking: AsyncGenerator<Sentence, Answered>, say: (sentence: Sentence) => void): Promise<Answered> {
  for (;;) {
    const turn = await asking.next();
    if (turn.done) return turn.value;
    say(turn.value);
  }
}

/** What was verified until somebody stopped it stays; nothing else does. */
function stopped(
  briefing: Briefing,
  sentences: ExplainedSentence[],
  by: Explanation["by"],
): { explanation: Written } | { failure: string } {
  const note = "You stopped it here.";
  if (sentences.length === 0) return { failure: note };
  return { explanation: { ...written(briefing, sentences), by, whole: false, note } };
}
