import { useEffect, useEffectEvent, useRef, useState } from "react";

/** A pause in typing after which the text is kept, in milliseconds: one step of undo. */
const PAUSE = 400;

interface Draft {
  draft: string;
  setDraft: (text: string) => void;
  /** Hands the text over at once. */
  keep: () => void;
}

/**
 * What is being typed. `onText` gets it when typing pauses, on `keep` and when the view goes, and only when it is
 * another text; one that changes from outside, by undo or in another tab, is the one to go on with.
 */
export function useDraft(text: string, onText: (text: string) => void): Draft {
  const [draft, setDraft] = useState(text);
  const known = useRef(text);
  const handOver = () => {
    if (draft === known.current) return;
    known.current = draft;
    onText(draft);
  };
  const keepLatest = useEffectEvent(handOver);

  useEffect(() => {
    if (text === known.current) return;
    known.current = text;
    setDraft(text);
  }, [text]);
  useEffect(() => {
    if (draft === known.current) return;
    const timer = setTimeout(() => keepLatest(), PAUSE);
    return () => clearTimeout(timer);
  }, [draft]);
  useEffect(() => () => keepLatest(), []);

  return { draft, setDraft, keep: handOver };
}
