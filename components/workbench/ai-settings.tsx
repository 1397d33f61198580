"use client";

import { useEffect } from "react";
import { SignIn } from "./sign-in";
import { useExplainState } from "./use-explanation";
import { useWorkbenchHandle } from "./use-workbench";

/** Who may have explanations written by the server's AI; nothing where nobody needs to sign in. */
export function AiSettings() {
  const { act } = useWorkbenchHandle();
  const asks = useExplainState((state) => (state.service?.ways.length ?? 0) > 0);
  useEffect(() => act((on) => on.explainer.lookUp()), [act]);
  if (!asks) return null;
  return (
    <section aria-label="Explanations by AI">
      <h3 className="mb-2 font-semibold text-faint text-xs tracking-[0.03em]">Explanations by AI</h3>
      <p className="mb-2 text-base text-soft">
        They are for people who are signed in. Everything else needs no account.
      </p>
      <SignIn />
    </section>
  );
}
