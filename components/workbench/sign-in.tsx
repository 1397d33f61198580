"use client";

import { LogIn, LogOut } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { Workbench } from "@/lib/workbench/workbench";
import { useExplainState } from "./use-explanation";
import { useWorkbenchHandle } from "./use-workbench";

const FAILED = "That did not work: the server could not be reached. Try again in a moment.";

/** Ways to sign in, or out again; nothing where nobody needs to. */
export function SignIn({ className }: { className?: string }) {
  const { act } = useWorkbenchHandle();
  const service = useExplainState((state) => state.service);
  const [failed, setFailed] = useState(false);
  if (!service || service.ways.length === 0) return null;
  const doing = (step: (on: Workbench) => Promise<void>) => () =>
    act((on) => {
      setFailed(false);
      return step(on).catch(() => setFailed(true));
    });
  return (
    <div data-slot="sign-in" className={cn("flex flex-wrap items-center gap-2 text-base", className)}>
      {service.user === null ? (
        service.ways.map(({ id, name }) => (
          <Button
            key={id}
            variant="outline"
            size="sm"
            onClick={doing(async (on) => {
              await on.flush();
              window.location.assign(await on.explainer.signIn(id));
            })}
          >
            <LogIn aria-hidden="true" />
            Sign in with {name}
          </Button>
        ))
      ) : (
        <>
          <span className="text-soft">{service.user === "" ? "Signed in" : `Signed in as ${service.user}`}</span>
          <Button variant="outline" size="sm" onClick={doing((on) => on.explainer.signOut())}>
            <LogOut aria-hidden="true" />
            Sign out
          </Button>
        </>
      )}
      <span role="status" className="text-down text-sm">
        {failed ? FAILED : null}
      </span>
    </div>
  );
}
