"use client";

import { useState } from "react";
import { FilterMenu } from "@/components/notebook/filter-menu";
import { ParamWord } from "@/components/notebook/param-word";
import type { CellId } from "@/lib/notebook/ids";
import type { Cell, InputCell, Notebook } from "@/lib/notebook/notebook";
import { filterMissing } from "@/lib/workbench/filter-missing";
import { inputParam } from "@/lib/workbench/input-param";
import { FILTER_TITLES, type FilterKind } from "@/lib/workbench/shared-inputs";
import type { Workbench } from "@/lib/workbench/workbench";
import { pageSelection } from "./selection";
import { useProductNames } from "./use-product-names";
import { useWorkbenchHandle, useWorkbenchState } from "./use-workbench";

const KINDS = Object.keys(FILTER_TITLES) as FilterKind[];

/** Makes one control for all cells, or goes to the one there is. */
export function AddFilter() {
  const { act } = useWorkbenchHandle();
  const facts = useWorkbenchState((state) => state.facts);
  return (
    <FilterMenu
      offers={KINDS.map((input) => ({
        title: FILTER_TITLES[input],
        missing: filterMissing(input, facts),
        onChoose: () => act((on) => goToMade(on, on.shareInput({ input }, null))),
      }))}
    />
  );
}

/** The focus goes to the cell just made, or to the one there was. */
export function goToMade(on: Workbench, id: CellId): void {
  const made = on.store.get().notebook?.cells.find((cell) => cell.id === id);
  if (made) pageSelection().go(made.name);
}

/** The notebook's inputs, at hand wherever one reads. */
export function SideFilters({ notebook: { cells, locale } }: { notebook: Notebook }) {
  const inputs = cells.filter((cell) => cell.kind === "input");
  return (
    <ul className="flex flex-col gap-1.5">
      {inputs.map((input) => (
        <SideFilter key={input.id} input={input} cells={cells} locale={locale} />
      ))}
    </ul>
  );
}

function SideFilter({ input, cells, locale }: { input: InputCell; cells: readonly Cell[]; locale: string }) {
  const { act } = useWorkbenchHandle();
  const facts = useWorkbenchState((state) => state.facts);
  const products = useProductNames();
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <li>
      <span className="text-soft">{input.title}</span>{" "}
      <ParamWord
        name={input.name}
        param={inputParam(cells, input)}
        value={input.value}
        facts={facts}
        locale={locale}
        products={products}
        onCommit={(value) => act((on) => on.edit({ type: "set-input", id: input.id, value }))}
        onProblem={setProblem}
        problemId={problem ? `side-${input.id}` : undefined}
      />
      {problem ? (
        <p id={`side-${input.id}`} role="alert" className="text-down text-xs">
          {problem}
        </p>
      ) : null}
    </li>
  );
}
