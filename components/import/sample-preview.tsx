import { cn } from "@/components/ui/cn";
import { ScrollArea } from "@/components/ui/scroll-area";
import { type Guess, type ImportPlan, ROLE_LABELS, ROLES_OF } from "@/lib/ingest/plan";

interface SamplePreviewProps {
  guess: Guess;
  plan: ImportPlan;
}

const MOST_LINES = 6;

/** The first lines as they stand in the file; columns in use carry their role. */
export function SamplePreview({ guess, plan }: SamplePreviewProps) {
  const roles = ROLES_OF[plan.kind];
  const roleOf = (column: string) =>
    roles.filter((role) => plan.mapping[role] === column).map((role) => ROLE_LABELS[role]);
  const lines = guess.sample.slice(0, MOST_LINES).map((fields, index) => ({ number: index + 2, fields }));
  return (
    <ScrollArea label="First lines of the file" className="shrink-0 rounded-md border border-line bg-paper">
      <table data-slot="sample-preview" className="w-full border-separate border-spacing-0 text-xs">
        <thead>
          <tr>
            {plan.columns.map((column) => {
              const used = roleOf(column);
              return (
                <th
                  key={column}
                  scope="col"
                  className={cn(
                    "whitespace-nowrap border-line border-b px-3 py-1.5 text-left align-bottom font-medium",
                    used.length > 0 ? "text-ink" : "text-faint",
                  )}
                >
                  {used.length > 0 ? <span className="block text-accent">{used.join(", ")}</span> : null}
                  {column}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody className="font-mono">
          {lines.map((line) => (
            <tr key={line.number}>
              {plan.columns.map((column, index) => (
                <td
                  key={column}
                  className={cn(
                    "max-w-56 truncate whitespace-nowrap px-3 py-1",
                    roleOf(column).length > 0 ? "text-ink" : "text-faint",
                  )}
                >
                  {line.fields[index] ?? ""}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
