"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { chordOf, type Keys } from "./key-chord";

interface KeyRowProps {
  title: string;
  /** Its keys in words. */
  keys: readonly string[];
  mac: boolean;
  shown: (keys: Keys) => string;
  /** Why it cannot have these; null when it can. */
  refusal: (keys: Keys) => string | null;
  onChoose: (keys: readonly Keys[]) => void;
}

/** A command, its keys, and the way to other ones: they are pressed, not written. */
export function KeyRow({ title, keys, mac, shown, refusal, onChoose }: KeyRowProps) {
  const [changing, setChanging] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const done = () => {
    setChanging(false);
    requestAnimationFrame(() => opener.current?.focus());
  };
  return (
    <li className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1.5 border-line border-b py-1">
      <span className="min-w-0 flex-1 basis-36 text-base">{title}</span>
      {changing ? (
        <NewKeys
          title={title}
          mac={mac}
          shown={shown}
          refusal={refusal}
          onChoose={(chosen) => {
            onChoose(chosen);
            done();
          }}
          onCancel={done}
        />
      ) : (
        <span className="ml-auto flex items-center gap-3">
          <span className="flex flex-wrap items-center justify-end gap-1.5">
            {keys.length === 0 ? <span className="text-faint text-sm">no keys</span> : null}
            {keys.map((one) => (
              <Kbd key={one}>{one}</Kbd>
            ))}
          </span>
          <Button
            ref={opener}
            variant="soft"
            size="sm"
            aria-label={`Change the keys of ${title}`}
            onClick={() => setChanging(true)}
          >
            Change
          </Button>
        </span>
      )}
    </li>
  );
}

type NewKeysProps = Pick<KeyRowProps, "title" | "mac" | "shown" | "refusal" | "onChoose"> & { onCancel: () => void };

/** Takes the next key presses as the command's keys; two one after the other are a sequence. */
function NewKeys({ title, mac, shown, refusal, onChoose, onCancel }: NewKeysProps) {
  const [pressed, setPressed] = useState<readonly Keys[]>([]);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const keys = pressed.join(" ");
  const problem = keys === "" ? null : refusal(keys);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Tab" && !event.ctrlKey && !event.metaKey && !event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") return onCancel();
    const chord = chordOf(event.nativeEvent, mac);
    if (chord === null || event.repeat) return;
    // A second press makes a sequence, unless that cannot be had: then it begins anew.
    const sequence = [...pressed, chord];
    setPressed(sequence.length === 2 && refusal(sequence.join(" ")) === null ? sequence : [chord]);
  };
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      <input
        ref={field}
        readOnly
        data-new-keys=""
        aria-label={`New keys of ${title}`}
        aria-describedby={problem ? "key-problem" : undefined}
        aria-invalid={problem !== null || undefined}
        placeholder="Press the keys"
        value={keys === "" ? "" : shown(keys)}
        onKeyDown={onKeyDown}
        className="h-7 w-32 rounded-sm border border-edge bg-paper px-2 text-ink text-sm placeholder:text-faint"
      />
      <Button variant="primary" size="sm" disabled={keys === "" || problem !== null} onClick={() => onChoose([keys])}>
        Use
      </Button>
      <Button variant="soft" size="sm" onClick={() => onChoose([])}>
        No keys
      </Button>
      <Button variant="soft" size="sm" onClick={onCancel}>
        Cancel
      </Button>
      <span id="key-problem" role="status" className="basis-full text-down text-sm empty:hidden">
        {problem}
      </span>
    </span>
  );
}
