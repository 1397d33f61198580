import { spawn } from "node:child_process";
import { bin, root } from "../install.mjs";

const PORT = 3319;
export const URL_OF_LUCID = `http://localhost:${PORT}/`;

/** Serves the built workbench; gives the process, once the page answers. */
export async function serveLucid() {
  const server = spawn(bin("next"), ["start", "-p", String(PORT)], { cwd: root, stdio: "ignore" });
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const ready = await fetch(URL_OF_LUCID).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return server;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  server.kill();
  throw new Error("The workbench did not start. Build it first: npm run build");
}
