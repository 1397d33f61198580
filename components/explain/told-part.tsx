import type { ExplainedMetric, ExplainedSentence } from "@/lib/notebook/explanation";
import { NumberLink } from "./number-link";

interface ToldPartProps {
  /** Sentences of one part. */
  sentences: readonly ExplainedSentence[];
  onMetric: (metric: ExplainedMetric) => void;
}

/** Sentences as one paragraph: words and names as text, every number a link. */
export function ToldPart({ sentences, onMetric }: ToldPartProps) {
  const numbered = sentences.map(({ pieces }, at) => ({
    key: `s${at}`,
    pieces: pieces.map((piece, place) => ({ piece, key: `p${place}` })),
  }));
  return (
    <p className="max-w-[62ch] font-serif text-[1.0625rem] leading-[1.52] [overflow-wrap:anywhere]">
      {numbered.map(({ key, pieces }) => (
        <span key={key} data-sentence="">
          {pieces.map(({ piece, key: place }) => {
            if (piece.kind === "text") return piece.text;
            if (piece.kind === "name") return <bdi key={place}>{piece.text}</bdi>;
            return <NumberLink key={place} text={piece.text} metrics={piece.metrics} onMetric={onMetric} />;
          })}{" "}
        </span>
      ))}
    </p>
  );
}

/** The same as plain text, sentence after sentence. */
export function toldText(sentences: readonly ExplainedSentence[]): string {
  return sentences.map(({ pieces }) => pieces.map(({ text }) => text).join("")).join(" ");
}
