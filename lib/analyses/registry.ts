import type { Analysis } from "./analysis";
import { AnalysisError } from "./analysis-error";
import { baskets } from "./baskets";
import { bestSellers } from "./best-sellers";
import { categoryMix } from "./category-mix";
import { cohorts } from "./cohorts";
import { customerSegments } from "./customer-segments";
import { deadStock } from "./dead-stock";
import { forecast } from "./forecast";
import { insights } from "./insights";
import { inventoryVelocity } from "./inventory-velocity";
import { overview } from "./overview";
import { priceVolumeMix } from "./price-volume-mix";
import { profile } from "./profile";
import { profitability } from "./profitability";
import { reorder } from "./reorder";
import { returns } from "./returns";
import { revenueContribution } from "./revenue-contribution";
import { seasonality } from "./seasonality";
import { trends } from "./trends";
import { weekdayHour } from "./weekday-hour";

/** What a shop's files are asked, in the order of a new notebook. */
export const shopAnalyses: readonly Analysis[] = [
  overview,
  insights,
  bestSellers,
  revenueContribution,
  trends,
  seasonality,
  inventoryVelocity,
  deadStock,
  profitability,
];

/** What a shop's files can be asked besides: offered, not asked of a new notebook. */
export const furtherAnalyses: readonly Analysis[] = [
  forecast,
  reorder,
  priceVolumeMix,
  categoryMix,
  returns,
  weekdayHour,
  baskets,
  customerSegments,
  cohorts,
];

/** What files that are ordinary tables are asked. */
export const tableAnalyses: readonly Analysis[] = [profile];

/** Every analysis. */
export const analyses: readonly Analysis[] = [...shopAnalyses, ...furtherAnalyses, ...tableAnalyses];

/** The analysis of a name. Throws AnalysisError when this version has none. */
export function analysisNamed(name: string): Analysis {
  const found = analyses.find((analysis) => analysis.name === name);
  if (found) return found;
  throw new AnalysisError({
    kind: "unknown",
    message: `This notebook asks for the analysis ${name}, which this version of Lucid does not have.`,
    hint: "Update Lucid, or delete the cell.",
  });
}
