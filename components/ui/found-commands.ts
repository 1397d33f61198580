import { defaultFilter } from "cmdk";

/** One line of a list of commands, and what it is found by. */
export interface CommandEntry {
  /** Unique in the list. */
  id: string;
  label: string;
  /** A second, quieter word. */
  detail?: string | undefined;
  shortcut?: string | undefined;
  onChoose: () => void;
}

export interface CommandGroup {
  heading: string;
  entries: readonly CommandEntry[];
}

/** What describes an entry says less than what it is called. */
const OF_DETAIL = 0.8;

function score({ label, detail }: CommandEntry, search: string): number {
  const named = defaultFilter(label, search);
  return detail ? Math.max(named, OF_DETAIL * defaultFilter(`${label} ${detail}`, search)) : named;
}

/** What some letters find: the best first, among the groups and in each. Without letters all of it, as it is. */
export function foundCommands(groups: readonly CommandGroup[], search: string): readonly CommandGroup[] {
  const letters = search.trim();
  if (letters === "") return groups;
  const scored = groups.map(({ heading, entries }) => {
    const found = entries.map((entry) => ({ entry, score: score(entry, letters) })).filter((each) => each.score > 0);
    return { heading, found: found.toSorted((a, b) => b.score - a.score) };
  });
  const best = ({ found }: (typeof scored)[number]) => found[0]?.score ?? 0;
  return scored
    .filter(({ found }) => found.length > 0)
    .toSorted((a, b) => best(b) - best(a))
    .map(({ heading, found }) => ({ heading, entries: found.map(({ entry }) => entry) }));
}
