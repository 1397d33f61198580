import type { Progress } from "@/lib/workbench/state";

/** "4.2 MB", "318 kB"; decimal units, as file managers show them. */
export function bytesLabel(bytes: number, locale: string): string {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
  const step = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: units[step] ?? "byte",
    maximumFractionDigits: step < 2 || value >= 100 ? 0 : 1,
  }).format(value);
}

/** What is done with the file; once all of it is read, what follows is no reading any more. */
export function phaseWords({ phase, doneBytes, totalBytes }: Progress): string {
  return totalBytes > 0 && doneBytes >= totalBytes ? "Sorting out" : phase;
}

/** Milliseconds left if it goes on as it went so far; null while nobody can know, and once all bytes are read. */
export function timeLeft(done: number, total: number, elapsedMs: number): number | null {
  if (done <= 0 || total <= 0 || done >= total || elapsedMs < 800) return null;
  return (elapsedMs / done) * (total - done);
}

/** "about 20 s left", "about 3 min left", "almost done". */
export function timeLeftLabel(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds <= 2) return "almost done";
  if (seconds < 60) return `about ${seconds < 10 ? seconds : Math.ceil(seconds / 5) * 5} s left`;
  return `about ${Math.ceil(seconds / 60)} min left`;
}

/** "4.2 MB of 46 MB · 412,000 lines". */
export function progressWords(progress: Progress, locale: string): string {
  const total = bytesLabel(progress.totalBytes, locale);
  const size = progress.doneBytes === 0 ? total : `${bytesLabel(progress.doneBytes, locale)} of ${total}`;
  return progress.rows === null ? size : `${size} · ${progress.rows.toLocaleString(locale)} lines`;
}
