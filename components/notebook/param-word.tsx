import { useEffect, useEffectEvent, useRef } from "react";
import { SearchSelect } from "@/components/ui/search-select";
import type { Choice } from "@/components/ui/select";
import type { Facts } from "@/lib/analyses/analysis";
import { ALL_PRODUCTS, listChoices, valueWords } from "@/lib/analyses/value-words";
import { ALL } from "@/lib/query/param";
import { ListWord } from "./list-word";
import { NumberWord } from "./number-word";
import type { ControlProps } from "./param-control";
import { TextWord } from "./text-word";

/** The products to choose from; null until they were asked for. */
export interface ProductNames {
  choices: readonly Choice[] | null;
  onList: () => void;
}

export interface ParamWordProps extends ControlProps {
  facts: Facts | null;
  locale: string;
  products: ProductNames;
}

/** The control of a parameter as a word of a sentence: what it is made of depends on the parameter's kind. */
export function ParamWord({ facts, locale, products, ...control }: ParamWordProps) {
  const { name, param, value, onCommit, onProblem, problemId } = control;
  const said = useRef(value);
  const withdraw = useEffectEvent(() => onProblem(null));
  useEffect(() => {
    // By undo, or in another tab: what was refused beside the value before is not there any more.
    if (said.current !== value) withdraw();
    said.current = value;
  }, [value]);
  switch (param.kind) {
    case "integer":
    case "decimal":
      return <NumberWord {...control} />;
    case "text":
      return <TextWord {...control} />;
    case "product":
      return (
        <SearchSelect
          label={param.label}
          aria-describedby={problemId}
          data-param={name}
          value={String(value)}
          choices={productChoices(String(value), products.choices)}
          unlisted={valueWords(param, value, { facts, locale, products })}
          onOpen={products.onList}
          onValueChange={(next) => {
            if (next !== value) onCommit(next);
          }}
        />
      );
    default: {
      const days = facts?.firstDay && facts.asOf ? { first: facts.firstDay, last: facts.asOf } : null;
      return <ListWord {...control} choices={listChoices(param, value, facts, locale)} days={days} />;
    }
  }
}

/** Every product and all of them; one that is not sold any more stays selectable. */
function productChoices(value: string, known: readonly Choice[] | null): readonly Choice[] | null {
  if (known === null) return null;
  const gone = value !== ALL && known.every((choice) => choice.value !== value);
  return [ALL_PRODUCTS, ...known, ...(gone ? [{ value, label: value }] : [])];
}
