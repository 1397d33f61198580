import { CartesianGrid, Line, LineChart as Recharts, Tooltip, XAxis, YAxis } from "recharts";
import { ALONG_LINES, valueAxis } from "./axis-look";
import { columnNamed } from "./cell-values";
import { chartPoints } from "./chart-points";
import type { DrawnProps } from "./chart-props";
import { ChartTip } from "./chart-tip";
import { LineEnds, lineEnds } from "./line-ends";
import { lineLook } from "./line-look";
import { linesAxis } from "./lines-axis";
import { type Lines, linesOf } from "./lines-of";
import { axisTicks, tickTexts } from "./nice-ticks";
import { textWidth } from "./place-labels";
import { thinPlaces } from "./thin-places";

/** One line or several along times, numbers or names; each is named at its end. */
export function LinesChart({ chart, columns, rows, format, width, height, active }: DrawnProps<"lines">) {
  const column = columnNamed(columns, chart.value);
  const xColumn = columnNamed(columns, chart.x);
  const all = linesOf({ chart, columns, rows, format });
  const { places, lines, scale } = all;
  const said = chartPoints({ chart, columns, rows, format }).points;
  const data = thinPlaces(places.length, lines).map((place) => ({
    place,
    at: places[place]?.at ?? 0,
    values: lines.map(({ values }) => values[place] ?? null),
  }));
  const ticks = axisTicks(data.flatMap(({ values }) => values.filter((value) => value !== null)));
  const yAxis = valueAxis(ticks, tickTexts(ticks, column, format));
  const ends = lineEnds(all, column, format, width);
  const right = Math.max(28, ...ends.map(({ text }) => textWidth(text, 12.5) + 30));
  const axis = linesAxis(all, xColumn, format, width - yAxis.width - right);
  const texts = new Map(axis.ticks.map(({ at, text }) => [at, text]));
  return (
    <Recharts
      width={width}
      height={height}
      data={data}
      margin={{ top: 26, bottom: scale === "number" ? 18 : 4, left: 0, right }}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis
        {...ALONG_LINES}
        dataKey="at"
        domain={axis.domain}
        allowDataOverflow
        ticks={axis.ticks.map(({ at }) => at)}
        interval="equidistantPreserveStart"
        tickFormatter={(at: number) => texts.get(at) ?? ""}
      />
      <YAxis {...yAxis} interval={0} />
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: "var(--edge)", strokeDasharray: "2 3" }}
        content={({ active: shown, payload }) => {
          const hit: { place: number } | undefined = payload[0]?.payload;
          const point = shown && hit ? said[hit.place] : undefined;
          return point ? <ChartTip {...point} /> : null;
        }}
      />
      {lines.map(({ name }, index) => (
        <Line
          key={name ?? ""}
          dataKey={({ values }: (typeof data)[number]) => values[index] ?? null}
          type="linear"
          connectNulls
          stroke={lineLook(index).stroke}
          strokeWidth={2}
          {...(lineLook(index).dash ? { strokeDasharray: lineLook(index).dash ?? "" } : {})}
          strokeLinecap="round"
          dot={places.length <= 2 ? { r: 3.5, fill: lineLook(index).stroke, strokeDasharray: "none" } : false}
          activeDot={{ r: 3.5, fill: lineLook(index).stroke, stroke: "var(--paper)" }}
          isAnimationActive={false}
        />
      ))}
      <LineEnds
        ends={ends}
        value={column.label}
        across={scale === "number" ? xColumn.label : null}
        read={active === null ? null : readAt(all, active)}
      />
    </Recharts>
  );
}

/** The points of all lines at one place. */
function readAt({ places, lines }: Lines, active: number) {
  const values = lines.flatMap(({ name, values }) => {
    const value = values[active] ?? null;
    return value === null ? [] : [{ line: name ?? "", value }];
  });
  return { at: places[active]?.at ?? 0, values };
}
