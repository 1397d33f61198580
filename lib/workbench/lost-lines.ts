import type { DataSetId } from "@/lib/notebook/ids";
import type { DataSet } from "@/lib/notebook/notebook";
import type { Problem } from "@/lib/std/problem";
import { StorageError } from "@/lib/storage/storage-error";

/** A data set whose stored lines cannot be read here: they are gone, or damaged. Its file brings them back. */
export interface LostLines {
  id: DataSetId;
  damaged: boolean;
}

type Named = Pick<DataSet, "id" | "fileName">;

/** True for what the page tells of by itself, with the way to bring the lines back. */
export function isLost(error: unknown): error is StorageError {
  return error instanceof StorageError && error.kind === "lost";
}

/** True when lost lines are there and damaged. */
export function isDamage({ cause }: StorageError): boolean {
  return cause instanceof StorageError && cause.kind === "damaged";
}

/** A part of a data set that is gone or damaged, as the loss of its lines; any other error as it is. */
export function lostError(dataSet: Named, error: unknown): unknown {
  if (!(error instanceof StorageError && (error.kind === "missing" || error.kind === "damaged"))) return error;
  return new StorageError({ kind: "lost", ...lostFile(dataSet.fileName, error.kind === "damaged"), cause: error });
}

const SHOWN = "What was computed before is shown.";

function lostFile(fileName: string, damaged: boolean) {
  return {
    message: `The lines of ${fileName} are ${damaged ? "damaged" : "not"} on this device.`,
    hint: `${SHOWN} Choose ${fileName} again, or drop it anywhere on the page, and its lines are read as before.`,
  };
}

/** What is lost of a notebook, in words, and what brings it back; null when nothing is. */
export function lostProblem(dataSets: readonly Named[], lost: readonly LostLines[]): Problem | null {
  const files = dataSets.filter(({ id }) => lost.some((each) => each.id === id));
  const [first, second] = files;
  if (!first) return null;
  const isDamaged = lost.some(({ id, damaged }) => id === first.id && damaged);
  if (!second) return lostFile(first.fileName, isDamaged);
  const names = files.map(({ fileName }) => fileName);
  return {
    message: `The lines of ${names.slice(0, -1).join(", ")} and ${names.at(-1)} are not on this device.`,
    hint: `${SHOWN} Choose these files again, or drop them anywhere on the page, and their lines are read as before.`,
  };
}

/** Another file cannot be read beside lines that are lost: says which come first; null when none are. */
export function refusedForLost(
  fileName: string,
  dataSets: readonly Named[],
  lost: readonly LostLines[],
): StorageError | null {
  const first = dataSets.find(({ id }) => lost.some((each) => each.id === id));
  if (!first) return null;
  if (dataSets.some((each) => each.fileName === fileName && lost.some(({ id }) => id === each.id))) {
    return new StorageError({
      kind: "lost",
      message: `This ${fileName} is not the file this notebook was made of: it holds other lines.`,
      hint: `Choose the one of then, or remove ${fileName} from the notebook and add this one.`,
    });
  }
  return new StorageError({
    kind: "lost",
    message: `${fileName} was not read, because the lines of ${first.fileName} are not on this device.`,
    hint: `Choose ${first.fileName} first, or remove it from the notebook.`,
  });
}
