import { cn } from "@/components/ui/cn";

function Shape({ className, width }: { className?: string; width?: string }) {
  return <div className={cn("rounded-sm bg-wash", className)} style={{ width }} />;
}

const NAMES = ["62%", "48%", "71%", "55%", "66%", "40%", "58%", "50%", "63%", "45%"];
const BARS = ["100%", "82%", "74%", "61%", "57%", "48%", "41%", "36%", "30%", "25%"];
const BIG_VALUES = ["net", "units", "bills", "average", "returned"];

/** The shape of bars beside a table. */
function BarsAndTable() {
  return (
    <div className="grid gap-9 @4xl:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
      <div className="flex flex-col @4xl:pt-[26px]">
        {BARS.map((bar, index) => (
          <div key={bar} className="grid h-[35px] grid-cols-[7.5rem_1fr] items-center gap-2.5">
            <Shape className="ml-auto h-2.5" width={NAMES[index] ?? "50%"} />
            <Shape className="h-3.5" width={bar} />
          </div>
        ))}
      </div>
      <div className="hidden flex-col @4xl:flex">
        {["head", ...NAMES].map((name) => (
          <div
            key={name}
            className="flex h-[35px] items-center justify-between gap-10 first:h-[26px] border-line border-b"
          >
            <Shape className="h-2.5" width={name === "head" ? "12%" : name} />
            <Shape className="h-2.5" width="14%" />
          </div>
        ))}
      </div>
    </div>
  );
}

function Values() {
  return (
    <div className="grid grid-cols-2 gap-y-5 @2xl:grid-cols-5">
      {BIG_VALUES.map((name) => (
        <div key={name} className="flex flex-col gap-2.5 pr-4">
          <Shape className="h-2.5" width="45%" />
          <Shape className="h-6" width="75%" />
          <Shape className="h-2.5" width="30%" />
        </div>
      ))}
    </div>
  );
}

function Wide() {
  return (
    <div className="flex h-[272px] flex-col justify-between py-4">
      {["a", "b", "c", "d", "e"].map((line) => (
        <div key={line} className="h-px bg-line" />
      ))}
    </div>
  );
}

const SHAPES = { bars: BarsAndTable, values: Values, wide: Wide };

export type SkeletonShape = keyof typeof SHAPES;

/** The shape of what comes, in the room it will take. */
export function CellSkeleton({ shape }: { shape: SkeletonShape }) {
  const Body = SHAPES[shape];
  return (
    <div data-slot="skeleton" aria-hidden="true" className="@container">
      <Shape className="mb-5 h-5" width="min(34rem, 90%)" />
      <Body />
    </div>
  );
}
