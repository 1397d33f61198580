import { createHash } from "node:crypto";
import type { APIResponse } from "@playwright/test";
import { cornerShop } from "./fixtures/corner-shop";
import { csvFile } from "./fixtures/files";
import { expect, test } from "./fixtures/lucid";

/** The directives of a policy by name. */
function policyOf(response: APIResponse): Record<string, string> {
  const policy = response.headers()["content-security-policy"] ?? "";
  return Object.fromEntries(
    policy
      .split(";")
      .map((part) => part.trim().split(/\s+/))
      .map(([name, ...sources]) => [name, sources.join(" ")]),
  );
}

function expectBaseline(response: APIResponse): void {
  expect(response.headers()).toMatchObject({
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
  });
  expect(response.headers()["permissions-policy"]).toContain("camera=()");
  expect(response.headers()).not.toHaveProperty("x-powered-by");
}

test("the page names every script it runs and allows no code from text", async ({ request }) => {
  const [first, second] = await Promise.all([request.get("/"), request.get("/")]);
  expectBaseline(first);
  const policy = policyOf(first);
  expect(policy).toEqual({
    "default-src": "'self'",
    "script-src": expect.stringMatching(/^'self' 'nonce-[\w+/=]{20,}' 'strict-dynamic'$/),
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
  });
  expect(policyOf(second)["script-src"]).not.toBe(policy["script-src"]);
  const nonce = policy["script-src"]?.match(/'nonce-([^']+)'/)?.[1];
  const scripts = [...(await first.text()).matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
  expect(scripts.length).toBeGreaterThan(3);
  for (const tag of scripts) expect(tag).toContain(`nonce="${nonce}"`);
});

test("an address that is not there is protected too", async ({ request }) => {
  const response = await request.get("/nothing/here");
  expect(response.status()).toBe(404);
  expectBaseline(response);
  expect(policyOf(response)["default-src"]).toBe("'self'");
});

test("engine files and workers have a policy of their own that lets nothing out", async ({ request }) => {
  const manifest: Record<string, { sha256: string }> = await (await request.get("/engine/manifest.json")).json();
  const engine = Object.keys(manifest).map((name) => `/engine/${name}`);
  expect(engine.length).toBeGreaterThan(3);
  for (const path of [...engine, "/workers/parquet.worker.js", "/workers/storage.worker.js"]) {
    await test.step(path, async () => {
      const response = await request.head(path);
      expect(response.status()).toBe(200);
      expectBaseline(response);
      expect(policyOf(response)).toEqual({
        "default-src": "'none'",
        "script-src": "'self' 'wasm-unsafe-eval'",
        "connect-src": "'self'",
      });
    });
  }
});

test("engine files come compressed where that is understood, and are the same bytes either way", async ({
  request,
}) => {
  const manifest: Record<string, { sha256: string; bytes: number }> = await (
    await request.get("/engine/manifest.json")
  ).json();
  for (const [name, type] of [
    ["duckdb-eh.wasm", "application/wasm"],
    ["duckdb-browser-eh.worker.js", "text/javascript"],
  ] as const) {
    for (const encoding of ["br", "identity"]) {
      await test.step(`${name} as ${encoding}`, async () => {
        const response = await request.get(`/engine/${name}`, { headers: { "accept-encoding": encoding } });
        expect(response.headers()["content-encoding"]).toBe(encoding === "br" ? "br" : undefined);
        expect(response.headers()["content-type"]).toContain(encoding === "br" ? type : (type.split("/")[1] ?? type));
        expect(response.headers().vary).toMatch(/accept-encoding/i);
        const digest = createHash("sha256")
          .update(await response.body())
          .digest("hex");
        expect(digest).toBe(manifest[name]?.sha256);
      });
    }
  }
});

test("methods other than GET do nothing and give nothing back", async ({ request }) => {
  const sent = "<script>alert('reflected')</script>";
  const before = await request.get("/");
  const attempts: { method: string; headers: Record<string, string> }[] = [
    ...["POST", "PUT", "PATCH", "DELETE", "OPTIONS"].map((method) => ({ method, headers: {} })),
    { method: "POST", headers: { "next-action": "7f00000000000000000000000000000000000000ab" } },
    { method: "POST", headers: { "content-type": "multipart/form-data; boundary=x" } },
    { method: "POST", headers: { origin: "https://elsewhere.example", "content-type": "application/json" } },
  ];
  for (const { method, headers } of attempts) {
    await test.step(`${method} ${JSON.stringify(headers)}`, async () => {
      const response = await request.fetch("/", { method, headers, data: sent });
      expect(response.status()).toBeLessThan(500);
      expect(response.headers()).not.toHaveProperty("set-cookie");
      expect(response.headers()).not.toHaveProperty("access-control-allow-origin");
      expect(await response.text()).not.toContain("reflected");
    });
  }
  const after = await request.get("/");
  expect(after.status()).toBe(before.status());
});

test("neither the page nor the engine can call another host or make code from text", async ({ lucid, guard }) => {
  guard.allow(/elsewhere\.example/, /Content Security Policy|policy: (script-src|connect-src)/);
  await lucid.open();
  await lucid.pickFiles(cornerShop);
  await lucid.waitForCells();
  const call = () =>
    fetch("https://elsewhere.example/").then(
      () => "answered",
      () => "refused",
    );
  const compile = () =>
    WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(
      () => "compiled",
      () => "refused",
    );
  expect(await lucid.page.evaluate(call)).toBe("refused");
  expect(await lucid.page.evaluate(compile)).toBe("refused");
  const evaluated = await lucid.page.evaluate(
    () =>
      new Promise((resolve) =>
        // Later than this call, for which the policy is lifted.
        setTimeout(() => {
          try {
            resolve(String(new Function("return 1")()));
          } catch {
            resolve("refused");
          }
        }),
      ),
  );
  expect(evaluated).toBe("refused");
  const workers = lucid.page.workers();
  expect(workers.map((worker) => new URL(worker.url()).pathname).join()).toContain("duckdb");
  for (const worker of workers) expect(await worker.evaluate(call), worker.url()).toBe("refused");
});

test("hostile names are shown as text, wherever they stand", async ({ lucid }) => {
  const hostile = [
    "<img src=x onerror=hacked()>",
    "<script>hacked()</script>",
    "javascript:hacked()",
    "{{constructor.constructor('hacked()')()}}",
    "</title><svg onload=hacked()>",
  ];
  const file = csvFile("<img src=x onerror=hacked()>.csv", [
    ["Date", "Product", "<svg onload=hacked()>", "Category", "Quantity", "Amount"],
    ...hostile.map((text, at) => [`2026-01-0${at + 1}`, text, text, text, at + 1, `${at + 1}.00`]),
  ]);
  await lucid.page.addInitScript(() => {
    Object.assign(window, { hacked: () => document.documentElement.setAttribute("data-hacked", "true") });
  });
  await lucid.open();
  await lucid.pickFiles(file);
  await lucid.waitForCells();
  const names = (await lucid.columns("Best sellers", "product_name")).map((row) => row.product_name);
  expect(names).toEqual([...hostile].reverse());
  await lucid.page.getByRole("heading", { level: 1 }).getByRole("button").click();
  await lucid.page.getByRole("textbox", { name: "Title of the notebook" }).fill("<img src=x onerror=hacked()>");
  await lucid.page.keyboard.press("Enter");
  await expect(lucid.page.getByRole("heading", { level: 1 })).toHaveText("<img src=x onerror=hacked()>");
  await expect(lucid.page.locator("html")).not.toHaveAttribute("data-hacked");
  await expect(lucid.page.locator("main img, main script")).toHaveCount(0);
});
