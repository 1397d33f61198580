interface MarkerProps {
  x: number;
  y: number;
  width: number;
  height: number;
  round?: boolean;
}

/** The ring around the point that is read; not part of the picture that is saved. */
export function Marker({ x, y, width, height, round = false }: MarkerProps) {
  const room = round ? width / 2 : 3;
  return (
    <rect
      data-marker=""
      x={x}
      y={y}
      width={Math.max(width, 1)}
      height={height}
      rx={room}
      fill="none"
      stroke="var(--ink)"
      strokeWidth={1.75}
      pointerEvents="none"
    />
  );
}
