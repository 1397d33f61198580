import type { Storage } from "./storage";
import type { Access } from "./storage-service";

type OfAccess = Pick<Storage, "writable" | "follows" | "onWritable">;

/** What this tab may do with what is stored, as it changes, and those who are told. */
export function changingAccess() {
  const listeners = new Set<(writable: boolean) => void>();
  let now: Access = { writable: false, follows: false };

  const ofAccess: OfAccess = {
    get writable() {
      return now.writable;
    },
    get follows() {
      return now.follows;
    },
    onWritable(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  return {
    /** Before anybody can listen. */
    begin(access: Access) {
      now = access;
    },
    change(access: Access) {
      now = access;
      for (const listener of listeners) listener(access.writable);
    },
    /** The storage whose access this is. */
    storage: (rest: Omit<Storage, keyof OfAccess>): Storage => Object.assign(ofAccess, rest),
  };
}
