import { type Applied, apply } from "./apply";
import type { Command } from "./command";
import type { Notebook } from "./notebook";

/** A notebook with the way back and the way forward. */
export interface History {
  notebook: Notebook;
  /** Inverses, the newest last. */
  past: readonly Command[];
  future: readonly Command[];
}

const LIMIT = 500;

/** A step of history: what it became and which command was applied, for the edit log. */
export interface Step {
  history: History;
  applied: Command;
}

export function startHistory(notebook: Notebook): History {
  return { notebook, past: [], future: [] };
}

/**
 * Applies a command and forgets what was undone. One that `goesOn` with the last is part of its step: the way back leads
 * to before both.
 */
export function commit(history: History, command: Command, { goesOn = false }: { goesOn?: boolean } = {}): Step {
  const { notebook, inverse } = apply(history.notebook, command);
  const past = goesOn && history.past.length > 0 ? history.past : [...history.past, inverse].slice(-LIMIT);
  return { history: { notebook, past, future: [] }, applied: command };
}

/** Applies a command that cannot be undone by the user (a finished write of data parts). */
export function record(history: History, command: Command): Step {
  return { history: { ...history, notebook: apply(history.notebook, command).notebook }, applied: command };
}

function travel(from: readonly Command[], history: History): (Applied & { applied: Command }) | null {
  const applied = from.at(-1);
  return applied ? { ...apply(history.notebook, applied), applied } : null;
}

/** Takes the last change back; null when there is none. */
export function undo(history: History): Step | null {
  const step = travel(history.past, history);
  if (!step) return null;
  return {
    history: { notebook: step.notebook, past: history.past.slice(0, -1), future: [...history.future, step.inverse] },
    applied: step.applied,
  };
}

/** Makes the last change taken back again; null when there is none. */
export function redo(history: History): Step | null {
  const step = travel(history.future, history);
  if (!step) return null;
  return {
    history: { notebook: step.notebook, past: [...history.past, step.inverse], future: history.future.slice(0, -1) },
    applied: step.applied,
  };
}
