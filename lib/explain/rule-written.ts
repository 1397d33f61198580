import type { Book } from "./book";
import { forecastLines, overviewLines, rankedLines, trendLines } from "./cell-lines";
import { insightLines } from "./insight-lines";
import type { PayloadInsight } from "./payload";
import type { RawSentence, ShownSentence } from "./sentence";
import type { Told } from "./told-insight";
import { verifySentence } from "./verify";

const INSIGHTS_TOLD = 3;

/** The first insight of each rule, so that three insights say three things. */
function firstOfRules(insights: readonly PayloadInsight[]): PayloadInsight[] {
  const isFirst = ({ rule }: PayloadInsight, at: number) => insights.findIndex((other) => other.rule === rule) === at;
  return insights.filter(isFirst).slice(0, INSIGHTS_TOLD);
}

function notebookLines(book: Book): Told[] {
  const insights = firstOfRules(book.payload.insights).map((insight) => insightLines(insight, book));
  const shop = overviewLines(book);
  const firsts = insights.map(({ explanation, guidance }) => ({
    explanation: explanation.filter((line) => line !== null).slice(0, 1),
    guidance: guidance.filter((line) => line !== null).slice(0, 1),
  }));
  return [{ explanation: shop.explanation, guidance: insights.length > 0 ? [] : shop.guidance }, ...firsts];
}

function linesOf(book: Book): Told[] {
  const { subject, insights } = book.payload;
  if (subject.kind === "notebook") return notebookLines(book);
  if (subject.kind === "insight") return insights.map((insight) => insightLines(insight, book));
  if (subject.analysis === "insights") return firstOfRules(insights).map((insight) => insightLines(insight, book));
  if (subject.analysis === "overview") return [overviewLines(book)];
  if (subject.analysis === "forecast") return [forecastLines(book)];
  return [subject.analysis === "trends" ? trendLines(book) : rankedLines(book, subject.analysis)];
}

/** The sentences of rules, before they are verified: first what is, then what to do. */
export function ruleSentences(book: Book): RawSentence[] {
  const lines = linesOf(book);
  return (["explanation", "guidance"] as const).flatMap((part) =>
    lines.flatMap((each) => each[part].flatMap((text) => (text === null ? [] : [{ part, text }]))),
  );
}

/** The explanation rules write, without any model: verified as a model's is, offline, the same for the same figures. */
export function ruleWritten(book: Book): ShownSentence[] {
  return ruleSentences(book).flatMap((raw) => {
    const verdict = verifySentence(raw, book);
    return verdict.ok ? [verdict.sentence] : [];
  });
}
