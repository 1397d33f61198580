import type { ChartCell } from "@/lib/notebook/notebook";
import type { Problem } from "@/lib/std/problem";
import type { ChartSource } from "./chart-sources";

/** Why a chart cannot be drawn as it is asked for, with what helps; null when it can, or when the engine knows better. */
export function chartProblem(
  { source: name, drawing }: Pick<ChartCell, "source" | "drawing">,
  source: ChartSource | null,
): Problem | null {
  if (name === "") {
    return { message: "This chart draws nothing yet.", hint: "Choose a cell or a table it is drawn from." };
  }
  if (!source) {
    return { message: `There is no cell or table named ${name}.`, hint: "Choose another one it is drawn from." };
  }
  const { columns, title } = source;
  if (!columns) {
    return { message: `${title} has no result yet, so its columns are not known.`, hint: "Run it first." };
  }
  const { type, x, y, group, aggregate } = drawing;
  const asked = [x, ...(aggregate === "count" ? [] : [y]), ...(group === null ? [] : [group])];
  if (asked.includes("")) {
    return { message: "This chart is not complete.", hint: "Choose what is drawn, and by what." };
  }
  const gone = asked.find((column) => columns.every((known) => known.name !== column));
  if (gone !== undefined) {
    return { message: `${title} has no column ${gone}.`, hint: "Choose one of the columns it has." };
  }
  const holds = (column: string) => columns.find(({ name: known }) => known === column)?.holds;
  const words = aggregate !== "count" && holds(y) !== "number" ? y : null;
  if (words !== null) {
    return { message: `${words} holds no numbers.`, hint: "Choose a column of numbers, or count the rows." };
  }
  if (type === "scatter" && holds(x) !== "number") {
    return {
      message: `Points need a number across, and ${x} holds none.`,
      hint: "Choose a column of numbers, or draw bars.",
    };
  }
  return null;
}
