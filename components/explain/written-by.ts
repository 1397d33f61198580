import type { Explanation } from "@/lib/notebook/explanation";

/** How to have explanations written by an AI. */
export const SET_UP = [
  "To have an AI write it, whoever runs the server starts it with OPENAI_API_KEY, and OPENAI_BASE_URL for another service.",
  "It would be sent computed figures only, after you have seen them; the README tells the rest.",
];

function unverified(refused: number): string {
  if (refused === 0) return "";
  return refused === 1
    ? " One sentence could not be verified and is not shown."
    : ` ${refused} sentences could not be verified and are not shown.`;
}

/** Who wrote an explanation, and why it is as it is. */
export function byLine({ by, note, refused }: Pick<Explanation, "by" | "note" | "refused">): string {
  const who = by
    ? `Written by ${by.model}, every number computed and checked here.`
    : "Written from rules, on this device.";
  return `${who}${unverified(refused)}${note === null ? "" : ` ${note}`}`;
}
