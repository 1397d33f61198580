import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import { analysisCells } from "@/lib/notebook/asked-params";
import type { Explanation } from "@/lib/notebook/explanation";
import { openMemoryStorage } from "@/lib/storage/memory";
import type { ExplainSubject } from "./explain-subject";
import type { Ports } from "./ports";
import { allOk, csv, portsOver, settled, until } from "./testing/open-workbench";
import { createWorkbench, type Workbench } from "./workbench";
import { explainByService } from "./write-explanation";

const sales = csv(
  "corner-shop.csv",
  "date,bill,product,quantity,total",
  "2026-01-05,B1,Tea,2,20.10",
  "2026-01-20,B2,Salt,1,5.05",
  "2026-02-11,B3,Tea,3,30.15",
  "2026-03-05,B4,Salt,1,5.05",
);

const WHOLE: ExplainSubject = { kind: "notebook" };
const SENTENCE = { type: "sentence", sentence: { part: "explanation", text: "The figure to look at is {{m1}}." } };
const LIE = { type: "sentence", sentence: { part: "explanation", text: "Sales rose to 99,999." } };
const END = { type: "end", refused: 0, model: "m", promptVersion: 1 };

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.close());

interface Server {
  /** What it offers; null: it cannot be reached. */
  ai: { model: string; promptVersion: number } | null | "unreachable";
  signIn?: { id: string; name: string }[];
  session?: unknown;
  /** Answers the request for an explanation. */
  explain?: (body: string, signal: AbortSignal | null | undefined) => Promise<Response> | Response;
}

const lines = (...events: unknown[]) => new Response(events.map((event) => `${JSON.stringify(event)}\n`).join(""));

/** A notebook of four sales over a server; `asked` is what was asked of it. */
async function opened(server: Server) {
  const asked: string[] = [];
  const fetchOwn: Ports["fetchOwn"] = async (path, init) => {
    asked.push(path);
    if (server.ai === "unreachable") throw new TypeError("offline");
    if (path === "/api/health") return Response.json({ ai: server.ai, signIn: server.signIn ?? [] });
    if (path === "/api/auth/session") return Response.json(server.session ?? {});
    if (path === "/api/ai/explain" && server.explain) return server.explain(String(init?.body), init?.signal);
    throw new Error(`${path} was not expected`);
  };
  const storage = openMemoryStorage();
  const workbench = createWorkbench({ ...portsOver(storage, async () => engine), fetchOwn });
  await workbench.start();
  await workbench.importFiles([sales]);
  await settled(workbench);
  const kept = (of = "notebook"): Explanation | undefined => workbench.store.get().notebook?.explanations[of];
  return { workbench, asked, kept };
}

const textOf = (explanation: Explanation | undefined) =>
  explanation?.sentences.map(({ pieces }) => pieces.map(({ text }) => text).join(""));

/** No answer until the asking is given up. */
const never: Ports["fetchOwn"] = (_, init) =>
  new Promise((__, reject) => {
    init?.signal?.addEventListener("abort", () => reject(init.signal?.reason));
  });

async function agreed({ explainer }: Workbench): Promise<void> {
  await explainer.explain(WHOLE);
  await explainer.send();
}

describe("an explanation without an AI", () => {
  it("is written by rules with names and figures that know their place, in one step of undo", async () => {
    const { workbench, asked, kept } = await opened({ ai: null });
    const cell = analysisCells(workbench.store.get().notebook?.cells ?? []).find(({ name }) => name === "best_sellers");
    if (!cell) throw new Error("There is no such cell.");
    await workbench.explainer.explain({ kind: "cell", id: cell.id });
    const written = kept(`cell ${cell.id}`);
    expect(written).toMatchObject({ by: null, note: null, whole: true });
    expect(textOf(written)?.[0]).toContain("Tea");
    const numbers = written?.sentences.flatMap(({ pieces }) => pieces.filter((piece) => piece.kind === "number"));
    expect(numbers?.[0]?.metrics[0]).toMatchObject({ of: "Tea", cell: "best_sellers", row: 0 });
    expect(asked).toEqual(["/api/health"]);
    workbench.undo();
    expect(kept(`cell ${cell.id}`)).toBeUndefined();
  });

  it("speaks of what a cell shows now: units where it was asked for units", async () => {
    const { workbench, kept } = await opened({ ai: null });
    const trends = analysisCells(workbench.store.get().notebook?.cells ?? []).find(({ name }) => name === "trends");
    if (!trends) throw new Error("There is no such cell.");
    const { id } = trends;
    workbench.edit({ type: "set-cell-params", id, params: { metric: "quantity" } });
    await until(workbench, allOk);
    await workbench.explainer.explain({ kind: "cell", id });
    const pieces = kept(`cell ${id}`)?.sentences.flatMap((sentence) => sentence.pieces) ?? [];
    const labels = pieces.flatMap((piece) => (piece.kind === "number" ? piece.metrics.map(({ label }) => label) : []));
    expect(labels).toContain("Units");
    expect(labels).not.toContain("Value");
  });

  it("says so where the server cannot be reached or nobody is signed in", async () => {
    const away = await opened({ ai: "unreachable" });
    await away.workbench.explainer.explain(WHOLE);
    expect(away.kept()).toMatchObject({ by: null, note: expect.stringContaining("could not be reached") });
    const ways = [{ id: "oidc", name: "Single sign-on" }];
    const guest = await opened({ ai: { model: "m", promptVersion: 1 }, signIn: ways });
    await guest.workbench.explainer.explain(WHOLE);
    expect(guest.kept()).toMatchObject({ by: null, note: expect.stringContaining("Nobody is signed in") });
    expect(guest.asked).not.toContain("/api/ai/explain");
  });

  it("tells what to do where there are no figures", async () => {
    const { workbench } = await opened({ ai: null });
    const gone: ExplainSubject = { kind: "insight", insightId: "dead_stock_gone" };
    await workbench.explainer.explain(gone);
    expect(workbench.explainer.store.get().problems["insight dead_stock_gone"]).toMatchObject({
      hint: "Run it first.",
    });
  });
});

describe("an explanation by an AI", () => {
  const ai = { model: "m", promptVersion: 1 };

  it("is sent once it was seen, byte for byte, and kept until the figures change", async () => {
    const bodies: string[] = [];
    const explain = (body: string) => {
      bodies.push(body);
      return lines(SENTENCE, LIE, END);
    };
    const { workbench, kept } = await opened({ ai, explain });
    const { explainer } = workbench;
    await explainer.explain(WHOLE);
    const hidden = explainer.store.get().preview?.body;
    expect([bodies, hidden?.includes("Tea")]).toEqual([[], false]);
    await explainer.preview(WHOLE, false);
    expect(explainer.store.get().preview?.body).toContain("Tea");
    await explainer.preview(WHOLE, true);
    await explainer.send();
    expect(bodies).toEqual([hidden]);
    expect(kept()).toMatchObject({ by: ai, whole: true, refused: 1 });
    expect(textOf(kept())).toHaveLength(1);

    await explainer.explain(WHOLE);
    expect(bodies).toHaveLength(1);
    workbench.edit({ type: "set-money", locale: "de-DE", currency: "EUR" });
    await explainer.explain(WHOLE);
    expect(bodies).toHaveLength(2);
    expect(explainer.store.get().preview).toBeNull();
  });

  it("is not sent when somebody would rather not", async () => {
    const { workbench, asked, kept } = await opened({ ai });
    const { explainer } = workbench;
    await explainer.explain(WHOLE);
    explainer.closePreview();
    expect([explainer.store.get().preview, kept()]).toEqual([null, undefined]);
    await explainer.explain(WHOLE);
    await explainer.rulesInstead();
    expect(kept()).toMatchObject({ by: null, note: "You chose the text written from rules." });
    expect(asked).not.toContain("/api/ai/explain");
  });

  it.each<[string, () => Response, string]>([
    ["half a stream", () => lines(SENTENCE), "no whole explanation"],
    [
      "an error in the stream",
      () => lines(SENTENCE, { type: "error", error: { code: "x", message: "It broke.", hint: null } }),
      "It broke.",
    ],
    ["garbage", () => new Response("<html>"), "no whole explanation"],
    ["only lies", () => lines(LIE, END), "could be verified"],
    [
      "503",
      () => Response.json({ error: { code: "ai_busy", message: "Too busy.", hint: "" } }, { status: 503 }),
      "Too busy.",
    ],
  ])("ends in the text by rules after %s, and says why", async (_, answer, why) => {
    const { workbench, kept } = await opened({ ai, explain: answer });
    await agreed(workbench);
    expect(kept()).toMatchObject({ by: null, note: expect.stringContaining(why), whole: true });
    expect(textOf(kept())?.length).toBeGreaterThan(0);
    expect(workbench.explainer.store.get().writing).toEqual({});
  });

  it("stops when it is told to, and keeps what was verified until then", async () => {
    let given: AbortSignal | null | undefined;
    const explain = (_: string, signal: AbortSignal | null | undefined) => {
      given = signal;
      return new Response(
        new ReadableStream({
          start(controller) {
            controller.enqueue(new TextEncoder().encode(`${JSON.stringify(SENTENCE)}\n`));
            signal?.addEventListener("abort", () => controller.error(signal.reason));
          },
        }),
      );
    };
    const { workbench, kept } = await opened({ ai, explain });
    const { explainer } = workbench;
    await explainer.explain(WHOLE);
    const sending = explainer.send();
    await vi.waitFor(() => expect(explainer.store.get().writing.notebook).toHaveLength(1));
    explainer.stop(WHOLE);
    await sending;
    expect(given?.aborted).toBe(true);
    expect(kept()).toMatchObject({ by: ai, whole: false, note: "You stopped it here." });
  });

  it("is given up when it takes too long", async () => {
    const { workbench } = await opened({ ai });
    const { notebook, runs, facts } = workbench.store.get();
    if (!notebook) throw new Error("There is no notebook.");
    const written = await explainByService({ notebook, runs, facts, today: "2026-03-01" }, WHOLE, {
      hideNames: true,
      ai,
      fetchOwn: never,
      show: () => undefined,
      signal: new AbortController().signal,
      timeLimit: 20,
    });
    expect(written).toEqual({ failure: "The AI took too long to answer." });
  });

  it("does not follow to another notebook", async () => {
    let begun = false;
    const explain = (_: string, signal: AbortSignal | null | undefined) => {
      begun = true;
      return never("", { signal: signal ?? null });
    };
    const { workbench } = await opened({ ai, explain });
    const id = workbench.store.get().notebook?.id ?? "";
    await workbench.explainer.explain(WHOLE);
    const sending = workbench.explainer.send();
    await vi.waitFor(() => expect(begun).toBe(true));
    await workbench.closeNotebook();
    await sending;
    await workbench.openNotebook(id);
    expect(workbench.store.get().notebook?.explanations).toEqual({});
  });
});
