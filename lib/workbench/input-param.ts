import { analysisNamed } from "@/lib/analyses/registry";
import { followersOf } from "@/lib/notebook/asked-params";
import type { Cell, InputCell, InputKind } from "@/lib/notebook/notebook";
import { type Param, type ParamSpec, param } from "@/lib/query/param";

export type AnyParam = ParamSpec[string];

/** The input a parameter can follow: filters their like, numbers a number; null for what is each cell's own. */
export function inputKindOf({ kind }: Pick<Param, "kind">): InputKind | null {
  if (kind === "integer" || kind === "decimal") return "number";
  return kind === "choice" || kind === "table" ? null : kind;
}

const WIDEST = 1e12;

/** A number within the bounds of all that follow it, whole when one of them has to be. */
function numberFor(label: string, followed: readonly AnyParam[], value: number): Param<number> {
  const min = Math.max(-WIDEST, ...followed.flatMap((each) => each.min ?? []));
  const max = Math.min(WIDEST, ...followed.flatMap((each) => each.max ?? []));
  const spec = { label, default: value, min, max };
  return followed.some(({ kind }) => kind === "integer") ? param.integer(spec) : param.decimal(spec);
}

/** What an input takes, as the parameter its control is made of; its title is the control's name. */
export function inputParam(cells: readonly Cell[], input: InputCell): Param<number> | Param<string> {
  const { title, value } = input;
  switch (input.input) {
    case "period":
      return param.period(title);
    case "category":
      return param.category(title);
    case "store":
      return param.store(title);
    case "product":
      return param.product(title);
    case "text":
      return param.text(title);
    case "number": {
      const followed = followersOf(cells, input.id).flatMap((cell) => {
        const { params } = analysisNamed(cell.analysis).query;
        return Object.entries(cell.inputs).flatMap(([name, id]) => {
          const codec = params[name];
          return id === input.id && codec ? [codec] : [];
        });
      });
      return numberFor(title, followed, Number(value));
    }
  }
}
