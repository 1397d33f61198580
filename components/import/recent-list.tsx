import type { RecentNotebook } from "@/lib/workbench/state";

interface RecentListProps {
  recents: readonly RecentNotebook[];
  locale: string;
  onOpen: (id: string) => void;
}

/** What was made before: title, one figure, date; a press opens it. */
export function RecentList({ recents, locale, onOpen }: RecentListProps) {
  const date = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric" });
  return (
    <nav aria-label="Recent notebooks" data-slot="recent-list" className="mt-14">
      <h2 className="mb-1 font-semibold text-faint text-xs tracking-[0.03em]">Recent notebooks</h2>
      <ul>
        {recents.map((recent) => (
          <li key={recent.id} className="border-line border-b last:border-b-0">
            <button
              type="button"
              data-notebook={recent.id}
              onClick={() => onOpen(recent.id)}
              className="group -mx-3 flex w-[calc(100%+1.5rem)] flex-wrap items-baseline gap-x-4 rounded-md px-3 py-3 text-left hover:bg-wash"
            >
              <span className="min-w-0 flex-1 basis-56 truncate font-serif font-semibold text-[1.0625rem] group-hover:text-accent">
                {recent.title}
              </span>
              {recent.headline ? <span className="text-base text-soft">{recent.headline}</span> : null}
              <time
                dateTime={new Date(recent.updatedAt).toISOString()}
                suppressHydrationWarning
                className="w-24 text-right text-faint text-sm max-sm:w-auto"
              >
                {date.format(recent.updatedAt)}
              </time>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
