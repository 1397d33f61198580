"use client";

import { useEffect, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";

/** Says so when somebody comes back from signing in without being signed in. */
export function SignInProblem({ className }: { className?: string }) {
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    const address = new URL(window.location.href);
    const error = address.searchParams.get("error");
    if (error === null) return;
    setFailure(error);
    // The address tells it once; a reload need not say it again.
    for (const name of ["error", "callbackUrl"]) address.searchParams.delete(name);
    window.history.replaceState(window.history.state, "", address);
  }, []);
  if (failure === null) return null;
  const refused = failure === "AccessDenied";
  return (
    <Banner
      tone="warn"
      message={refused ? "This account may not have explanations written here." : "Signing in did not work."}
      hint={
        refused
          ? "Sign in with another account, or ask whoever runs this server. Everything else works without one."
          : "Try again; explanations written from rules need no account, and nothing here was changed."
      }
      {...(className ? { className } : {})}
    >
      <Button variant="outline" size="sm" onClick={() => setFailure(null)}>
        Close
      </Button>
    </Banner>
  );
}
