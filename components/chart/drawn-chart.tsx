import { bandItems, barItems } from "./bar-items";
import { BarList } from "./bar-list";
import type { ChartData, Drawing } from "./chart-props";
import { GridMap } from "./grid-map";
import { LineChart } from "./line-chart";
import { LinesChart } from "./lines-chart";
import { ParetoChart } from "./pareto-chart";
import { ScatterChart } from "./scatter-chart";
import { WaterfallChart } from "./waterfall-chart";

/** Every kind of chart; with Recharts behind it, loaded with the first of them. */
export default function DrawnChart({ chart, width, height, active, ...data }: ChartData & Drawing) {
  const room = { width, height, active };
  switch (chart.type) {
    case "bars":
      return <BarList items={barItems({ chart, ...data })} {...room} />;
    case "bands":
      return <BarList items={bandItems({ chart, ...data })} {...room} />;
    case "pareto":
      return <ParetoChart chart={chart} {...data} {...room} />;
    case "line":
      return <LineChart chart={chart} {...data} {...room} />;
    case "lines":
      return <LinesChart chart={chart} {...data} {...room} />;
    case "scatter":
      return <ScatterChart chart={chart} {...data} {...room} />;
    case "waterfall":
      return <WaterfallChart chart={chart} {...data} {...room} />;
    case "heat":
    case "month-map":
    case "triangle":
      return <GridMap chart={chart} {...data} {...room} />;
  }
}
