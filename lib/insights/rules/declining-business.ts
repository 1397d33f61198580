import type { Say } from "@/lib/analyses/analysis";
import type { InsightRow } from "@/lib/analyses/insights";
import { sentence, strong } from "@/lib/analyses/span";
import { chanceOfRun, chanceOfSigns } from "../chance";
import type { InsightFacts } from "../facts";
import { defineRule, type Finding } from "../rule";

const STRONG_PERCENT = 65;
const ACTION = "Look at Trends and at the products that fell most, and decide what to stop, push or reprice.";

const revenueOf = (row: InsightRow | undefined) => Number(row?.revenue ?? 0);
const total = (rows: readonly InsightRow[]) => rows.reduce((sum, row) => sum + revenueOf(row), 0);

const shared = { about: null, productId: null, known: 1 } as const;

function monthMetric(row: InsightRow, say: string) {
  return { name: "value", label: say, value: row.revenue, unit: "money", cell: "trends" } as const;
}

function againstLastYear(months: readonly InsightRow[], atMost: number): Finding[] {
  const [now, before] = [months.slice(0, 3), months.slice(12, 15)];
  const [last, then] = [total(now), total(before)];
  if (before.length < 3 || then <= 0 || last > (then * atMost) / 100) return [];
  const fallen = now.filter((row, at) => revenueOf(row) < revenueOf(before[at])).length;
  return [
    {
      ...shared,
      evidence: { kind: "test", p: chanceOfSigns(fallen, 3) },
      strong: (100 * last) / then < STRONG_PERCENT,
      moneyAtStake: then - last,
      stake: () => "less than a year ago",
      metrics: [
        ...now.map((row) => monthMetric(row, "Revenue of the month")),
        ...before.map((row) => monthMetric(row, "A year before")),
      ],
      words: (say: Say) => ({
        title: `Revenue is ${say.percent((100 * (then - last)) / then)} below last year`,
        finding: sentence`The last 3 complete months brought ${strong(say.moneyShort(last))}, the same months a year before ${say.moneyShort(then)}.`,
        action: ACTION,
      }),
    },
  ];
}

function fallingRun(months: readonly InsightRow[], steps: number): Finding[] {
  const run = months.slice(0, steps + 1);
  const falls = run.slice(1).every((row, at) => revenueOf(run[at]) < revenueOf(row));
  const [newest, oldest] = [run[0], run.at(-1)];
  if (run.length <= steps || !falls || !newest || !oldest) return [];
  const [last, first] = [revenueOf(newest), revenueOf(oldest)];
  return [
    {
      ...shared,
      evidence: { kind: "test", p: chanceOfRun(steps) },
      strong: first > 0 && (100 * last) / first < STRONG_PERCENT,
      moneyAtStake: first - last,
      stake: () => "less a month",
      metrics: run.map((row) => monthMetric(row, "Revenue of the month")),
      words: (say: Say) => ({
        title: `Revenue has fallen ${say.count(steps)} months in a row`,
        finding: sentence`From ${say.moneyShort(first)} in ${say.month(oldest.month ?? "")} to ${strong(say.moneyShort(last))} in ${say.month(newest.month ?? "")}.`,
        action: ACTION,
      }),
    },
  ];
}

/** Total revenue falls several complete months running, or lies well below the same months last year. */
export const decliningBusiness = defineRule({
  id: "declining_business",
  category: "risk",
  title: "Declining business",
  thresholds: [
    { name: "falling_months", label: "Falls in a row", unit: "count", default: 3, min: 2, max: 12 },
    { name: "year_to", label: "Of the same months last year, at most", unit: "percent", default: 80, min: 5, max: 100 },
  ],
  strongAt: "under 65%",
  needs: ["revenue"],
  evaluate: ({ months }: InsightFacts, { falling_months, year_to }) => {
    const [against] = againstLastYear(months, year_to);
    const found = against ?? fallingRun(months, falling_months)[0];
    return found ? [found] : [];
  },
});
