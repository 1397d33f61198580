import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { expect } from "@playwright/test";

/** A second server of the same build, with an environment of its own. */
export interface OwnServer {
  url: string;
  /** All it has written to its log so far. */
  log(): string;
}

const running: ChildProcess[] = [];

/** Ends every server that was started here; for the end of a test, also of one that failed. */
export async function stopOwnServers(): Promise<void> {
  const left = running.splice(0).filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
  const ends = left.map((child) => once(child, "exit"));
  for (const child of left) child.kill();
  await Promise.all(ends);
}

function start(port: number, environment: Record<string, string>): { child: ChildProcess; log: () => string } {
  let written = "";
  const child = spawn(process.execPath, ["node_modules/next/dist/bin/next", "start", "-p", String(port)], {
    env: { ...process.env, ...environment, NEXT_TELEMETRY_DISABLED: "1" },
  });
  running.push(child);
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      written += chunk;
    });
  return { child, log: () => written };
}

/** Starts a server and waits until it says that it is well. */
export async function startOwnServer(port: number, environment: Record<string, string>): Promise<OwnServer> {
  const { child, log } = start(port, environment);
  const url = `http://localhost:${port}`;
  const isWell = () =>
    fetch(`${url}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    );
  await expect.poll(async () => child.exitCode ?? (await isWell()), { timeout: 60_000 }).toBe(true);
  return { url, log };
}

/** Starts a server that is not going to run: its exit code and what it said. */
export async function failedStart(port: number, environment: Record<string, string>): Promise<[number, string]> {
  const { child, log } = start(port, environment);
  await once(child, "close");
  return [child.exitCode ?? -1, log()];
}
