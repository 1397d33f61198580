import { usePageDrop } from "./use-page-drop";

interface DropTargetProps {
  onFiles: (files: File[]) => void;
  /** What will happen: "Let go to add it to this notebook." */
  promise: string;
}

/** While files are dragged over the page, the whole page says that it takes them. */
export function DropTarget({ onFiles, promise }: DropTargetProps) {
  const over = usePageDrop(onFiles);
  if (!over) return null;
  return (
    <div
      data-slot="drop-target"
      role="status"
      className="pointer-events-none fixed inset-0 z-50 grid animate-enter place-items-center bg-[color-mix(in_srgb,var(--accent-wash)_92%,transparent)] p-3 sm:p-5"
    >
      <div className="grid size-full place-items-center rounded-lg border-2 border-accent border-dashed text-center">
        <div>
          <p className="font-semibold font-serif text-3xl text-accent">Let go</p>
          <p className="mt-1 text-base text-ink">{promise}</p>
        </div>
      </div>
    </div>
  );
}
