import { type ComponentProps, Fragment, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { Facts, Phrase } from "@/lib/analyses/analysis";
import { phraseParams, phraseParts } from "@/lib/analyses/phrase";
import { valueWords } from "@/lib/analyses/value-words";
import type { ParamValue } from "@/lib/query/param";
import { type Followed, FollowedWord } from "./followed-word";
import type { ControlParam } from "./param-control";
import { ParamWord, type ProductNames } from "./param-word";

type ParamSentenceProps = ComponentProps<"div"> & {
  phrase: Phrase;
  /** Every parameter of the query by name. */
  params: Readonly<Record<string, ControlParam>>;
  /** Complete values, as the cell holds them. */
  values: Readonly<Record<string, ParamValue>>;
  facts: Facts | null;
  locale: string;
  products: ProductNames;
  /** Parameters that follow an input of the notebook, by name. */
  followed?: Readonly<Record<string, Followed>>;
  onParam: (name: string, value: ParamValue) => void;
};

/** Parameters as a sentence whose words are controls; those without a place in it are one click further. */
export function ParamSentence(props: ParamSentenceProps) {
  const { phrase, params, values, facts, locale, products, followed = {}, onParam, className, ...rest } = props;
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [more, setMore] = useState(false);
  const id = useId();
  const spoken = new Set(phraseParams(phrase));
  const others = Object.keys(params).filter((name) => !spoken.has(name));

  const control = (name: string) => {
    const param = params[name];
    const value = values[name];
    if (!param || value === undefined) return null;
    const world = { facts, locale, products };
    const leader = followed[name];
    if (leader) {
      const words = valueWords(param, value, world);
      return <FollowedWord name={name} label={param.label} value={value} words={words} followed={leader} />;
    }
    return (
      <ParamWord
        {...world}
        name={name}
        param={param}
        value={value}
        onCommit={(next) => onParam(name, next)}
        onProblem={(problem) =>
          setProblems(({ [name]: _, ...kept }) => (problem ? { ...kept, [name]: problem } : kept))
        }
        problemId={problems[name] ? `${id}-${name}` : undefined}
      />
    );
  };

  let place = 0;
  const pieces = phraseParts(phrase, facts, values).map((piece) => ({ piece, key: place++ }));
  return (
    <div data-slot="param-sentence" className={cn("text-base text-soft leading-[1.9]", className)} {...rest}>
      {pieces.map(({ piece, key }) => (
        <Fragment key={key}>{typeof piece === "string" ? piece : control(piece.param)}</Fragment>
      ))}
      {others.length > 0 ? (
        <>
          {phrase.length > 0 ? " " : null}
          <Button
            variant="soft"
            size="text"
            aria-expanded={more}
            className="ml-1 px-1 text-faint text-xs"
            onClick={() => setMore(!more)}
          >
            {more ? "Less" : "More settings"}
          </Button>
        </>
      ) : null}
      {more && others.length > 0 ? (
        <div className="flex flex-wrap gap-x-6">
          {others.map((name) => (
            <span key={name}>
              {params[name]?.label} {control(name)}
            </span>
          ))}
        </div>
      ) : null}
      {Object.entries(problems).map(([name, problem]) => (
        <p key={name} id={`${id}-${name}`} role="alert" className="text-down text-sm">
          {problem}
        </p>
      ))}
    </div>
  );
}
