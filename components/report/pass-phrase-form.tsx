import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import type { Problem } from "@/lib/std/problem";

interface PassPhraseFormProps {
  /** Why the last one did not open it. */
  problem: Problem | null;
  busy: boolean;
  onUnlock: (passPhrase: string) => void;
}

/** Asks for what opens a locked report. */
export function PassPhraseForm({ problem, busy, onUnlock }: PassPhraseFormProps) {
  const id = useId();
  const [text, setText] = useState("");
  return (
    <form
      className="mt-10 max-w-[28rem]"
      onSubmit={(event) => {
        event.preventDefault();
        if (text !== "") onUnlock(text);
      }}
    >
      <h1 className="font-semibold font-serif text-2xl">This report is locked</h1>
      <p className="mt-2 mb-5 text-base text-soft">
        Type the pass phrase you were given. It is checked on this device and sent nowhere.
      </p>
      <Field label="Pass phrase" htmlFor={id}>
        <input
          id={id}
          type="password"
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
          aria-invalid={problem !== null}
          aria-describedby={problem ? `${id}-problem` : undefined}
          className="h-10 rounded-md border border-edge bg-sheet px-3 text-base"
        />
      </Field>
      {problem ? (
        <p id={`${id}-problem`} role="alert" data-report-error="wrong-pass-phrase" className="mt-2 text-down text-sm">
          {problem.message} {problem.hint}
        </p>
      ) : null}
      <Button type="submit" variant="primary" size="lg" className="mt-4" disabled={busy || text === ""}>
        {busy ? "Opening…" : "Open the report"}
      </Button>
    </form>
  );
}
