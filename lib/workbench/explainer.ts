import type { Command } from "@/lib/notebook/command";
import type { Explanation } from "@/lib/notebook/explanation";
import type { Notebook } from "@/lib/notebook/notebook";
import { toProblem } from "@/lib/std/problem";
import type { Context } from "./context";
import { dayFromNow } from "./day-from-now";
import { consentOf, giveConsent } from "./explain-consent";
import { type ExplainState, initialExplainState, withEntry } from "./explain-state";
import { type ExplainSubject, subjectKey } from "./explain-subject";
import { lookUpService, type Service, signInAddress, signOut } from "./service";
import { createStore, type Store } from "./store";

/** Explanations: by rules in the browser, or by the server's AI once a person has seen what is sent. */
export interface Explainer {
  readonly store: Store<ExplainState>;
  /** Looks up what the server offers. */
  lookUp(): Promise<void>;
  /** Brings an explanation of the figures as they are now; nothing is written where the kept one still holds. */
  explain(subject: ExplainSubject): Promise<void>;
  /** Shows what would be sent. */
  preview(subject: ExplainSubject, hideNames: boolean): Promise<void>;
  /** Sends what the preview shows; later explanations of this notebook are sent without asking. */
  send(): Promise<void>;
  /** Takes the text written from rules instead of sending what the preview shows. */
  rulesInstead(): Promise<void>;
  closePreview(): void;
  stop(subject: ExplainSubject): void;
  remove(subject: ExplainSubject): void;
  /** The address to go to for signing in. */
  signIn(way: string): Promise<string>;
  signOut(): Promise<void>;
}

const UNREACHABLE = "The server could not be reached.";
const NOT_SIGNED_IN = "Nobody is signed in.";
const CHOSEN = "You chose the text written from rules.";

/** An AI's text holds for the model and the instructions it was written with; a text by rules where there is no AI. */
function isCurrent(kept: Explanation, figures: string, service: Service | null): boolean {
  if (kept.figures !== figures || !kept.whole) return false;
  if (!service?.ai) return kept.by !== null || kept.note === null;
  return kept.by?.model === service.ai.model && kept.by.promptVersion === service.ai.promptVersion;
}

export function createExplainer({ ports, store: workbench }: Context, edit: (command: Command) => void): Explainer {
  const store = createStore<ExplainState>(initialExplainState);
  /** What is under way, by the subject's key. */
  const stops = new Map<string, AbortController>();
  const change = (part: Partial<ExplainState>) => store.set((state) => ({ ...state, ...part }));

  function known() {
    const { notebook, runs, facts } = workbench.get();
    return notebook ? { notebook, runs, facts, today: dayFromNow(ports.clock.now()) } : null;
  }

  async function lookUp(signal?: AbortSignal): Promise<Service | null> {
    const service = await lookUpService(ports.fetchOwn, signal ? { signal } : {}).catch(() => null);
    signal?.throwIfAborted();
    change({ service });
    return service;
  }

  function keep({ id }: Notebook, subject: ExplainSubject, explanation: Explanation) {
    // Whoever went on to another notebook did not ask for it there.
    if (workbench.get().notebook?.id === id) edit({ type: "set-explanation", of: subjectKey(subject), explanation });
  }

  async function byRules(subject: ExplainSubject, note: string | null): Promise<void> {
    const { explainByRules } = await import("./write-explanation");
    const now = known();
    if (now) keep(now.notebook, subject, { ...explainByRules(now, subject), note, writtenAt: ports.clock.now() });
  }

  async function byService(subject: ExplainSubject, hideNames: boolean, stop: AbortController): Promise<void> {
    const { explainByService } = await import("./write-explanation");
    const now = known();
    const ai = store.get().service?.ai;
    if (!now || !ai) return;
    const { id } = now.notebook;
    const unwatch = workbench.subscribe(() => {
      if (workbench.get().notebook?.id !== id) stop.abort();
    });
    const key = subjectKey(subject);
    const show = (sentences: ExplainState["writing"][string] | null) =>
      change({ writing: withEntry(store.get().writing, key, sentences) });
    try {
      show([]);
      const { signal } = stop;
      const { fetchOwn } = ports;
      const written = await explainByService(now, subject, { hideNames, ai, fetchOwn, show, signal });
      if ("explanation" in written) {
        keep(now.notebook, subject, { ...written.explanation, writtenAt: ports.clock.now() });
      } else if (!signal.aborted) {
        await byRules(subject, written.failure);
      }
    } finally {
      unwatch();
      show(null);
    }
  }

  /** One attempt at a subject at a time; what cannot be explained says why in its place. */
  async function attempt(subject: ExplainSubject, work: (stop: AbortController) => Promise<void>): Promise<void> {
    const key = subjectKey(subject);
    if (stops.has(key)) return;
    const stop = new AbortController();
    stops.set(key, stop);
    change({ problems: withEntry(store.get().problems, key, null) });
    try {
      await work(stop);
    } catch (error) {
      if (!stop.signal.aborted) change({ problems: withEntry(store.get().problems, key, toProblem(error)) });
    } finally {
      stops.delete(key);
    }
  }

  async function preview(subject: ExplainSubject, hideNames: boolean): Promise<void> {
    const { briefingOf } = await import("./brief-notebook");
    const now = known();
    const model = store.get().service?.ai?.model;
    if (!now || model === undefined) return;
    const { body } = briefingOf(now, subject, hideNames);
    change({ preview: { subject, hideNames, body, model } });
  }

  async function explain(subject: ExplainSubject, stop: AbortController): Promise<void> {
    const [service, { briefingOf, figuresKey }] = await Promise.all([lookUp(stop.signal), import("./brief-notebook")]);
    const now = known();
    if (!now) return;
    const kept = now.notebook.explanations[subjectKey(subject)];
    if (kept && isCurrent(kept, figuresKey(briefingOf(now, subject, true)), service)) return;
    if (!service?.ai) return byRules(subject, service ? null : UNREACHABLE);
    if (service.ways.length > 0 && service.user === null) return byRules(subject, NOT_SIGNED_IN);
    const consent = await consentOf(ports.storage, now.notebook.id);
    return consent ? byService(subject, consent.hideNames, stop) : preview(subject, true);
  }

  return {
    store,
    lookUp: async () => void (await lookUp()),
    explain: (subject) => attempt(subject, (stop) => explain(subject, stop)),
    preview: (subject, hideNames) => attempt(subject, () => preview(subject, hideNames)),
    async send() {
      const { preview: shown } = store.get();
      const id = workbench.get().notebook?.id;
      if (!shown || !id) return;
      change({ preview: null });
      await attempt(shown.subject, async (stop) => {
        await giveConsent(ports.storage, id, { hideNames: shown.hideNames });
        await byService(shown.subject, shown.hideNames, stop);
      });
    },
    async rulesInstead() {
      const { preview: shown } = store.get();
      change({ preview: null });
      if (shown) await attempt(shown.subject, () => byRules(shown.subject, CHOSEN));
    },
    closePreview: () => change({ preview: null }),
    stop: (subject) => stops.get(subjectKey(subject))?.abort(),
    remove: (subject) => edit({ type: "set-explanation", of: subjectKey(subject), explanation: null }),
    signIn: (way) => signInAddress(ports.fetchOwn, way),
    async signOut() {
      await signOut(ports.fetchOwn);
      await lookUp();
    },
  };
}
