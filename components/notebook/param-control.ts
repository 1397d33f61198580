import type { Param, ParamValue } from "@/lib/query/param";

/** What a control needs to know of its parameter; every `ParamSpec` entry has it. */
export type ControlParam = Pick<Param, "kind" | "label" | "min" | "max" | "choices" | "parse">;

export interface ControlProps {
  name: string;
  param: ControlParam;
  value: ParamValue;
  onCommit: (value: ParamValue) => void;
  /** A sentence about what was typed and cannot be used, or null when all is well. */
  onProblem: (problem: string | null) => void;
  /** Id of the element that shows the problem; set while there is one. */
  problemId: string | undefined;
}

/** What a value read as, or the sentence that says why not. */
export type Parsed = { value: ParamValue; problem: null } | { value: null; problem: string };

export function parsed(param: ControlParam, given: unknown): Parsed {
  try {
    return { value: param.parse(given), problem: null };
  } catch (error) {
    return { value: null, problem: error instanceof Error ? error.message : `${param.label} cannot be read.` };
  }
}
