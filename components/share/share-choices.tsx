/** A cell that can leave. */
export interface SharedCell {
  id: string;
  title: string;
  /** What of it leaves: "21 of 400 rows and a chart". */
  words: string;
  chosen: boolean;
}

interface ShareChoicesProps {
  cells: readonly SharedCell[];
  onChoose: (id: string, chosen: boolean) => void;
}

/** What leaves, cell by cell. */
export function ShareChoices({ cells, onChoose }: ShareChoicesProps) {
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-base">What leaves</legend>
      <ul className="max-h-64 overflow-y-auto rounded-md border border-line">
        {cells.map(({ id, title, words, chosen }) => (
          <li key={id} className="border-line border-b last:border-b-0">
            <label className="flex items-baseline gap-2.5 px-3 py-1.5 text-base hover:bg-wash">
              <input
                type="checkbox"
                checked={chosen}
                onChange={(event) => onChoose(id, event.target.checked)}
                className="size-4 translate-y-0.5 accent-accent"
              />
              <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{title}</span>
              <span className="text-right text-faint text-sm">{chosen ? words : "stays here"}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
