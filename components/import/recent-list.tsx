import { Copy, Ellipsis, Pencil, Search, Trash2 } from "lucide-react";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from "@/components/ui/menu";
import type { RecentNotebook } from "@/lib/workbench/state";

/** What can be done with a notebook of the list. */
export interface RecentActions {
  onOpen: (id: string) => void;
  onRename: (recent: RecentNotebook) => void;
  onDuplicate: (recent: RecentNotebook) => void;
  onDelete: (recent: RecentNotebook) => void;
}

interface RecentListProps extends RecentActions {
  recents: readonly RecentNotebook[];
  locale: string;
}

/** More notebooks than this are searched rather than looked through. */
const SEARCHED_FROM = 6;

/** Lower case without accents, so that "creme" finds "Crème". */
function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** What was made before: title, one figure, date; a press opens it. */
export function RecentList({ recents, locale, ...actions }: RecentListProps) {
  const [wanted, setWanted] = useState("");
  const date = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric" });
  const searched = recents.length > SEARCHED_FROM;
  const shown = searched ? recents.filter(({ title }) => plain(title).includes(plain(wanted.trim()))) : recents;
  return (
    <nav aria-label="Recent notebooks" data-slot="recent-list" className="mt-14">
      <div className="mb-1 flex min-h-8 flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h2 className="font-semibold text-faint text-xs tracking-[0.03em]">Recent notebooks</h2>
        {searched ? <SearchField value={wanted} onChange={setWanted} /> : null}
      </div>
      <ul>
        {shown.map((recent) => (
          <RecentItem key={recent.id} recent={recent} when={date.format(recent.updatedAt)} {...actions} />
        ))}
      </ul>
      {searched ? (
        <p role="status" className={shown.length > 0 ? "sr-only" : "py-3 text-base text-soft"}>
          {shown.length > 0 ? `${shown.length} of ${recents.length}` : `No notebook is called “${wanted.trim()}”.`}
        </p>
      ) : null}
    </nav>
  );
}

function SearchField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const id = useId();
  return (
    <span className="relative w-56 max-w-full">
      <label htmlFor={id} className="sr-only">
        Search notebooks
      </label>
      <Search aria-hidden="true" className="pointer-events-none absolute top-2 left-2.5 size-4 text-faint" />
      <input
        id={id}
        type="search"
        value={value}
        placeholder="Search"
        onChange={(event) => onChange(event.target.value)}
        className="h-8 w-full rounded-md border border-line bg-sheet pr-2 pl-8 text-base placeholder:text-faint"
      />
    </span>
  );
}

function RecentItem({ recent, when, ...on }: RecentActions & { recent: RecentNotebook; when: string }) {
  return (
    <li className="flex items-center border-line border-b last:border-b-0">
      <button
        type="button"
        data-notebook={recent.id}
        onClick={() => on.onOpen(recent.id)}
        className="group -ml-3 flex min-w-0 flex-1 flex-wrap items-baseline gap-x-4 rounded-md px-3 py-3 text-left hover:bg-wash"
      >
        <span className="min-w-0 flex-1 basis-56 truncate font-semibold font-serif text-[1.0625rem] group-hover:text-accent">
          {recent.title}
        </span>
        {recent.headline ? <span className="text-base text-soft">{recent.headline}</span> : null}
        <time
          dateTime={new Date(recent.updatedAt).toISOString()}
          suppressHydrationWarning
          className="w-24 text-right text-faint text-sm max-sm:w-auto"
        >
          {when}
        </time>
      </button>
      <Menu>
        <MenuTrigger asChild>
          <Button variant="soft" size="icon-sm" aria-label={`Actions of ${recent.title}`} className="-mr-1.5">
            <Ellipsis aria-hidden="true" />
          </Button>
        </MenuTrigger>
        <MenuContent>
          <MenuItem onSelect={() => on.onRename(recent)}>
            <Pencil aria-hidden="true" />
            Rename
          </MenuItem>
          <MenuItem onSelect={() => on.onDuplicate(recent)}>
            <Copy aria-hidden="true" />
            Duplicate
          </MenuItem>
          <MenuSeparator />
          <MenuItem tone="danger" onSelect={() => on.onDelete(recent)}>
            <Trash2 aria-hidden="true" />
            Delete
          </MenuItem>
        </MenuContent>
      </Menu>
    </li>
  );
}
