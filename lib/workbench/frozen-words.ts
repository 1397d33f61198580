import type { Answer } from "@/lib/analyses/analysis";
import type { ChangeWords } from "@/lib/analyses/comparison-words";
import type { OverviewFigures } from "@/lib/analyses/overview-figures";
import type { ResultCell } from "@/lib/report/report";
import type { CellContent } from "./shown-cell";

type Comparison = ResultCell["comparison"];
type Figures = NonNullable<ResultCell["figures"]>;

/** A name of such letters stays a piece of its own: it is set apart from the words around it. */
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** A sentence with its decisive words; pieces of equal weight are one. */
export function frozenAnswer(answer: Answer): { text: string; strong: boolean }[] {
  const joined: { text: string; strong: boolean }[] = [];
  for (const { text, strong } of answer) {
    const last = joined.at(-1);
    if (last?.strong === strong && !RIGHT_TO_LEFT.test(last.text + text)) last.text += text;
    else joined.push({ text, strong });
  }
  return joined;
}

/** A change as it is read: in tenths of a percent. */
function frozenChange({ percent, against, detail }: ChangeWords): ChangeWords {
  return { percent: percent === null ? null : Number(percent.toFixed(1)), against, detail };
}

export function frozenComparison(comparison: CellContent["comparison"]): Comparison {
  if (!comparison || "reason" in comparison) return comparison;
  return { ...comparison, changes: comparison.changes.map(frozenChange) };
}

export function frozenFigures(figures: OverviewFigures | null): Figures | null {
  if (!figures) return null;
  const big = figures.big.map((figure) => ({ ...figure, changes: figure.changes.map(frozenChange) }));
  return { ...figures, big };
}
