import type { DrawnProps } from "./chart-props";
import { Marker } from "./marker";
import { cut, textWidth } from "./place-labels";
import { waterfallSteps } from "./waterfall-steps";

const FILLS = { total: "var(--ghost)", up: "var(--series-1)", down: "var(--series-2)" } as const;
const BAR = 17;

/** A waterfall lying down: each step begins where the one above ends, and a hairline leads from one to the next. */
export function WaterfallChart(props: DrawnProps<"waterfall">) {
  const { width, height, active } = props;
  const steps = waterfallSteps(props);
  const names = Math.min(width * 0.4, Math.max(...steps.map((step) => textWidth(step.label))) + 2);
  const texts = Math.max(...steps.map((step) => textWidth(step.text)));
  const low = Math.min(0, ...steps.map((step) => step.low));
  const high = Math.max(...steps.map((step) => step.high), low + 1);
  const left = names + 15;
  const x = (value: number) => left + ((value - low) / (high - low)) * Math.max(width - left - texts - 14, 1);
  const room = height / steps.length;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} fontSize={13} aria-hidden="true">
      {active === null ? null : <Marker x={1} y={active * room + 3} width={width - 2} height={room - 6} />}
      {steps.map((step, index) => {
        const y = (index + 0.5) * room;
        return (
          <g key={step.label}>
            {index < steps.length - 1 ? (
              <line x1={x(step.end)} x2={x(step.end)} y1={y} y2={y + room} stroke="var(--edge)" />
            ) : null}
            <text x={left - 10} y={y} dy="0.35em" textAnchor="end" fill="var(--ink)" fontWeight={450}>
              <title>{step.label}</title>
              {cut(step.label, names)}
            </text>
            <rect
              x={x(step.low)}
              y={y - BAR / 2}
              width={Math.max(x(step.high) - x(step.low), 1)}
              height={BAR}
              rx={2}
              fill={FILLS[step.kind]}
            />
            <text x={x(step.high) + 9} y={y} dy="0.35em" fill="var(--soft)">
              {step.text}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
