// One command from a fresh clone to the workbench: installs, builds, serves. PORT is respected.
import { spawn } from "node:child_process";
import { buildWhenDue, prepare } from "./build.mjs";
import { bin, install, root } from "./install.mjs";

const development = process.argv.includes("--dev");
const code = install() || (development ? prepare() : buildWhenDue());
if (code !== 0) process.exit(code);

const port = process.env.PORT ?? "3000";
process.stdout.write(`\nLucid is on http://localhost:${port}\n\n`);
const server = spawn(bin("next"), [development ? "dev" : "start", "-p", port], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
server.on("exit", (status) => process.exit(status ?? 0));
