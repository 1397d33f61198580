import { useId, useState } from "react";
import type { Facts } from "@/lib/analyses/analysis";
import { plural } from "@/lib/analyses/span";
import type { InputCell } from "@/lib/notebook/notebook";
import type { ParamValue } from "@/lib/query/param";
import { type CellActions, CellHeader } from "./cell-header";
import type { ControlParam } from "./param-control";
import { ParamWord, type ProductNames } from "./param-word";

interface InputCellViewProps extends Pick<CellActions, "onRename" | "onRemove" | "onMoveUp" | "onMoveDown" | "more"> {
  cell: InputCell;
  param: ControlParam;
  facts: Facts | null;
  locale: string;
  products: ProductNames;
  /** Titles of the cells that follow it. */
  followers: readonly string[];
  /** Titles of the cells that could, and have a value of their own. */
  apart: readonly string[];
  /** How many cells ask nothing of the kind. */
  others: number;
  onValue: (value: ParamValue) => void;
}

/** What is said before the word: filters choose figures, numbers and texts stand alone. */
const before = ({ input }: InputCell) => (input === "number" || input === "text" ? "" : "Figures of ");

/** One control for many cells: its word, and which cells follow it. */
export function InputCellView(props: InputCellViewProps) {
  const { cell, param, facts, locale, products, followers, apart, others, onValue, ...actions } = props;
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const titleId = `title-${cell.id}`;
  return (
    <section
      id={`cell-${cell.name}`}
      aria-labelledby={titleId}
      tabIndex={-1}
      data-slot="cell"
      data-cell={cell.name}
      data-input={cell.input}
      data-status="ok"
      className="group/cell relative scroll-mt-16 border-line border-t pt-5.5 pb-6 outline-none [header+&]:border-t-0 [header+&]:pt-0"
    >
      <CellHeader cell={cell} run={null} titleId={titleId} {...actions} />
      <div className="text-base text-soft leading-[1.9]">
        {before(cell)}
        <ParamWord
          name={cell.name}
          param={param}
          value={cell.value}
          facts={facts}
          locale={locale}
          products={products}
          onCommit={onValue}
          onProblem={setProblem}
          problemId={problem ? id : undefined}
        />
        {problem ? (
          <p id={id} role="alert" className="text-down text-sm">
            {problem}
          </p>
        ) : null}
      </div>
      <p className="max-w-[72ch] text-faint text-sm">{reach(cell, followers, apart, others)}</p>
    </section>
  );
}

function listed(titles: readonly string[]): string {
  return titles.length < 2 ? titles.join("") : `${titles.slice(0, -1).join(", ")} and ${titles.at(-1)}`;
}

/** Which cells an input decides, and which it does not. */
function reach(
  { title, input }: InputCell,
  followers: readonly string[],
  apart: readonly string[],
  others: number,
): string {
  const what = title.toLowerCase();
  const own = apart.length > 0 ? ` ${listed(apart)} ${plural(apart.length, "has its", "have their")} own.` : "";
  if (followers.length === 0) return `No cell follows this ${what}.${own}`;
  const led = `${listed(followers)} ${plural(followers.length, "follows", "follow")} it.${own}`;
  if (others === 0 || input === "number") return led;
  return `${led} ${others} other ${plural(others, "cell has", "cells have")} no ${what} to set: all the data counts there.`;
}
