import { describe, expect, it } from "vitest";
import type { Facts, Phrase } from "./analysis";
import { toFacts } from "./facts";
import { phraseParams, phraseParts } from "./phrase";

const phrase: Phrase = [
  "The last ",
  { param: "days" },
  " days",
  { when: (facts) => facts.stores.length > 0, parts: [" in ", { param: "store" }] },
  ".",
];
const facts: Facts = toFacts([]);

/** The phrase with its parameters as words. */
const said = (given: Facts | null, values: Record<string, string>) =>
  phraseParts(phrase, given, values)
    .map((part) => (typeof part === "string" ? part : `<${part.param}>`))
    .join("");

describe("a phrase", () => {
  it("says a part only of data it can be asked of", () => {
    expect(said(facts, { store: "all" })).toBe("The last <days> days.");
    expect(said(null, { store: "all" })).toBe("The last <days> days.");
    expect(said({ ...facts, stores: ["North"] }, { store: "all" })).toBe("The last <days> days in <store>.");
  });

  it("keeps a part that is set, so that it can be unset", () => {
    expect(said(facts, { store: "North" })).toBe("The last <days> days in <store>.");
  });

  it("names its parameters whatever the data", () => {
    expect(phraseParams(phrase)).toEqual(["days", "store"]);
  });
});
