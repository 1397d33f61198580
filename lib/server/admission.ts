import type { Clock } from "@/lib/std/clock";
import { ServerError } from "./server-error";

interface AdmissionLimits {
  perMinute: number;
  perDay: number;
  atOnce: number;
}

export interface Admission {
  /** Counts a request against every one of its keys (a user, an address). Errors: too_many. */
  count(keys: readonly string[]): void;
  /** Takes one of the places for running requests and one of the day's; gives it back when called. Errors: too_many. */
  enter(keys: readonly string[]): () => void;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
/** One caller may not take every place. */
const AT_ONCE_EACH = 2;

/** Keeps count of requests in this process: by the minute and caller, by the day (UTC), and of those under way. */
export function createAdmission(limits: AdmissionLimits, clock: Clock): Admission {
  const recent = new Map<string, number[]>();
  const running = new Map<string, number>();
  let day = 0;
  let today = 0;
  let all = 0;

  function forget(now: number): void {
    for (const [key, times] of recent) {
      const kept = times.filter((time) => time > now - MINUTE);
      if (kept.length === 0) recent.delete(key);
      else recent.set(key, kept);
    }
  }

  return {
    count(keys) {
      const now = clock.now();
      forget(now);
      const full = keys.map((key) => recent.get(key) ?? []).find((times) => times.length >= limits.perMinute);
      if (full) {
        throw tooMany(
          `More than ${limits.perMinute} explanations were asked for within a minute.`,
          "Wait a little. The explanation written from rules needs no waiting.",
          ((full[0] ?? now) + MINUTE - now) / 1000,
        );
      }
      for (const key of keys) recent.set(key, [...(recent.get(key) ?? []), now]);
    },

    enter(keys) {
      const now = clock.now();
      if (Math.floor(now / DAY) !== day) {
        day = Math.floor(now / DAY);
        today = 0;
      }
      if (today >= limits.perDay) {
        throw tooMany(
          "The explanations of this server are used up for today.",
          "They start again at midnight UTC. Explanations written from rules go on.",
          (DAY - (now % DAY)) / 1000,
        );
      }
      const busy = all >= limits.atOnce || keys.some((key) => (running.get(key) ?? 0) >= AT_ONCE_EACH);
      if (busy) {
        throw tooMany("Other explanations are still being written.", "Wait for one to end, or stop it.", 5);
      }
      today += 1;
      all += 1;
      for (const key of keys) running.set(key, (running.get(key) ?? 0) + 1);
      let left = false;
      return () => {
        if (left) return;
        left = true;
        all -= 1;
        for (const key of keys) {
          const others = (running.get(key) ?? 1) - 1;
          if (others === 0) running.delete(key);
          else running.set(key, others);
        }
      };
    },
  };
}

function tooMany(message: string, hint: string, seconds: number): ServerError {
  return new ServerError({ kind: "too_many", message, hint, retryAfter: Math.max(1, Math.ceil(seconds)) });
}
