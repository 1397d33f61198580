import { BandsChart } from "./bands-chart";
import { BarsChart } from "./bars-chart";
import type { ChartData } from "./chart-props";
import { LineChart } from "./line-chart";
import { ParetoChart } from "./pareto-chart";
import { ScatterChart } from "./scatter-chart";
import { WaterfallChart } from "./waterfall-chart";

/** The charts that need Recharts; loaded with the first of them. */
export default function DrawnChart({ chart, ...rest }: ChartData & { width: number; height: number }) {
  switch (chart.type) {
    case "bars":
      return <BarsChart chart={chart} {...rest} />;
    case "pareto":
      return <ParetoChart chart={chart} {...rest} />;
    case "line":
      return <LineChart chart={chart} {...rest} />;
    case "bands":
      return <BandsChart chart={chart} {...rest} />;
    case "scatter":
      return <ScatterChart chart={chart} {...rest} />;
    case "waterfall":
      return <WaterfallChart chart={chart} {...rest} />;
    case "heat":
    case "month-map":
      return null;
  }
}
