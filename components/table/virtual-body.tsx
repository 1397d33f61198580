import { useVirtualizer } from "@tanstack/react-virtual";
import type { RefObject } from "react";
import type { Format } from "@/lib/query/format";
import type { Row } from "@/lib/query/result";
import { BodyRow, type TableColumn } from "./table-cells";

interface VirtualBodyProps {
  rows: readonly Row[];
  columns: readonly TableColumn[];
  format: Format;
  /** Where each row stands in the result. */
  places: ReadonlyMap<Row, number>;
  scrollArea: RefObject<HTMLDivElement | null>;
}

const ROW_HEIGHT = 35;

/** Draws the rows in view only; two spacer rows stand for the others. */
export function VirtualBody({ rows, columns, format, places, scrollArea }: VirtualBodyProps) {
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scrollArea.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    initialRect: { width: 600, height: 420 },
  });
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <>
      <Spacer height={before} />
      <tbody>
        {items.map((item) => {
          const row = rows[item.index];
          return row ? (
            <BodyRow
              key={item.key}
              row={row}
              columns={columns}
              format={format}
              index={item.index + 2}
              place={places.get(row)}
            />
          ) : null;
        })}
      </tbody>
      <Spacer height={after} />
    </>
  );
}

/** Stands for the rows above or below that are not drawn. */
function Spacer({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tbody aria-hidden="true" data-slot="table-spacer">
      <tr style={{ height }} />
    </tbody>
  );
}
