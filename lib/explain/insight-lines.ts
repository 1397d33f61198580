import type { Book } from "./book";
import { CHANCE_LINES } from "./chance-lines";
import type { PayloadInsight } from "./payload";
import { RISK_LINES } from "./risk-lines";
import { type Told, toFigures, told } from "./told-insight";

const LINES = { ...RISK_LINES, ...CHANCE_LINES };
const SURE: Readonly<Record<PayloadInsight["confidence"], string | null>> = {
  high: null,
  medium: null,
  low: "Few figures stand behind this, so take it as a hint and look at",
};

/** What adds up the rest of a rule's products has nothing but their number and their sum. */
function summaryLines({ about, of, noun, all }: ReturnType<typeof toFigures>, rule: string): Told | null {
  const isSummary = about === null && all("Products").length > 0;
  if (!isSummary) return null;
  const what = rule.replaceAll("_", " ");
  const products = told`${of("Products")} more ${noun("Products", "product")}`;
  const sum = of("Stock value") ?? of("At stake");
  return {
    explanation: [
      sum
        ? told`The list goes on with ${products}, and ${sum} in all is at stake there.`
        : told`The list goes on with ${products} of ${what}.`,
    ],
    guidance: [
      told`Go through the ${of("Products")} ${noun("Products", "product")} of this list too, and act where it pays.`,
    ],
  };
}

/** What is told of one insight: why it stands there, and what to do. */
export function insightLines(insight: PayloadInsight, book: Book): Told {
  const figures = toFigures(insight, book);
  const lines = summaryLines(figures, insight.rule) ?? LINES[insight.rule]?.(figures);
  if (!lines) return { explanation: [], guidance: [] };
  const hint = SURE[insight.confidence];
  return hint && figures.about
    ? { ...lines, guidance: [...lines.guidance, `${hint} ${figures.about} yourself.`] }
    : lines;
}
