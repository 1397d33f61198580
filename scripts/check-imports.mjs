import { spawnSync } from "node:child_process";
import { bin, root } from "./install.mjs";

/** Fewer modules than this means that the tool did not see the code, not that the code is clean. */
const AT_LEAST = { ".ts": 200, ".tsx": 50 };

/**
 * The import directions, as .dependency-cruiser.cjs states them.
 * @param {string[]} [folders]
 * @returns {{ problems: string[], seen: Record<string, number> }}
 */
export function checkImports(
  folders = ["app", "components", "lib", "e2e", "proxy.ts", "next.config.ts", "instrumentation.ts"],
) {
  const ran = spawnSync(
    bin("depcruise"),
    ["--config", ".dependency-cruiser.cjs", "--output-type", "json", ...folders],
    {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 1 << 28,
    },
  );
  if (!ran.stdout) return { problems: [ran.stderr.trim() || "dependency-cruiser said nothing"], seen: {} };
  const { modules, summary } = JSON.parse(ran.stdout);
  const seen = Object.fromEntries(
    Object.keys(AT_LEAST).map((ending) => [ending, modules.filter((module) => module.source.endsWith(ending)).length]),
  );
  const problems = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
  return { problems, seen };
}

if (process.argv[1]?.endsWith("check-imports.mjs")) {
  const { problems, seen } = checkImports();
  for (const [ending, least] of Object.entries(AT_LEAST)) {
    if (!(seen[ending] >= least))
      problems.push(`Only ${seen[ending] ?? 0} ${ending} modules were seen; ${least} or more are there.`);
  }
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  process.stdout.write(
    `Import directions: ${seen[".ts"]} .ts and ${seen[".tsx"]} .tsx modules, ${problems.length} problems\n`,
  );
  process.exit(problems.length === 0 ? 0 : 1);
}
