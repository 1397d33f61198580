import { readdirSync, readFileSync } from "node:fs";

/** Proportional set size of a process and all its descendants, bytes; Linux only, else 0. */
function memoryOf(pid) {
  const parents = new Map();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]));
    } catch (error) {
      if (error.code !== "ENOENT" && error.code !== "ESRCH") throw error; // it has just ended
    }
  }
  const belongs = (id) => id === pid || (parents.has(id) && parents.get(id) > 1 && belongs(parents.get(id)));
  let sum = 0;
  for (const id of parents.keys()) {
    if (!belongs(id)) continue;
    try {
      const found = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, "utf8"));
      sum += Number(found?.[1] ?? 0) * 1024;
    } catch (error) {
      if (error.code !== "ENOENT" && error.code !== "ESRCH") throw error;
    }
  }
  return sum;
}

/** Watches a browser's memory; `stop` gives the peak above what it used at the start, bytes. */
export function watchMemory(pid) {
  if (process.platform !== "linux") return { stop: () => Number.NaN };
  const before = memoryOf(pid);
  let peak = before;
  const timer = setInterval(() => {
    peak = Math.max(peak, memoryOf(pid));
  }, 500);
  return {
    stop() {
      clearInterval(timer);
      return peak - before;
    },
  };
}
