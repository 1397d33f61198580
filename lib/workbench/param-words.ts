import { analyses } from "@/lib/analyses/registry";
import type { ParamWords } from "@/lib/notebook/version-diff";

/** A parameter by the label of its control and a value by the words of its choice; unknown ones by their names. */
export const paramWords: ParamWords = ({ analysis }, name, value) => {
  const param = analyses.find((other) => other.name === analysis)?.query.params[name];
  const is = value ?? param?.default;
  const choice = param?.choices.find((other) => other.value === is);
  return { label: param?.label ?? name, value: choice?.label ?? String(is ?? "not set") };
};
