import {
  type Announcements,
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  type UniqueIdentifier,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { sortableKeyboardCoordinates } from "@dnd-kit/sortable";
import { type ReactNode, useId, useRef } from "react";

interface DragAreaProps {
  /** In their order. */
  items: readonly { id: string; title: string }[];
  /** Called when one was dropped at another place. */
  onMove: (id: string, index: number) => void;
  children: ReactNode;
}

const INSTRUCTIONS =
  "Press Space to pick the cell up, arrow keys to move it, Space to drop it, Esc to leave it where it was.";

/** What a screen reader hears of a drag, by titles and places; `moved` holds whether it has left its place. */
function announcementsOf(items: DragAreaProps["items"], moved: { current: boolean }): Announcements {
  const titleOf = (id: UniqueIdentifier) => items.find((item) => item.id === id)?.title ?? "The cell";
  const placeOf = (id: UniqueIdentifier) => `place ${items.findIndex((item) => item.id === id) + 1} of ${items.length}`;
  return {
    onDragStart({ active }) {
      moved.current = false;
      return `${titleOf(active.id)} is picked up from ${placeOf(active.id)}.`;
    },
    onDragOver({ active, over }) {
      moved.current ||= over !== null && over.id !== active.id;
      return over && moved.current ? `${titleOf(active.id)} is over ${placeOf(over.id)}.` : undefined;
    },
    onDragEnd: ({ active, over }) => `${titleOf(active.id)} is dropped${over ? ` at ${placeOf(over.id)}` : ""}.`,
    onDragCancel: ({ active }) => `${titleOf(active.id)} is back at ${placeOf(active.id)}.`,
  };
}

/** Where things are moved by their handles: with the mouse, a finger or keys. */
export function DragArea({ items, onMove, children }: DragAreaProps) {
  const id = useId();
  const moved = useRef(false);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  return (
    <DndContext
      id={id}
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={{
        announcements: announcementsOf(items, moved),
        screenReaderInstructions: { draggable: INSTRUCTIONS },
      }}
      onDragEnd={({ active, over }) => {
        const index = over ? items.findIndex((item) => item.id === over.id) : -1;
        if (index >= 0 && active.id !== over?.id) onMove(String(active.id), index);
      }}
    >
      {children}
    </DndContext>
  );
}
