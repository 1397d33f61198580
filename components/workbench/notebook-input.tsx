"use client";

import { memo } from "react";
import { InputCellView } from "@/components/notebook/input-cell-view";
import { analysisCells, followersOf } from "@/lib/notebook/asked-params";
import { takersOf } from "@/lib/notebook/graph";
import type { Cell, InputCell } from "@/lib/notebook/notebook";
import { inputParam } from "@/lib/workbench/input-param";
import { type Common, cellsWith } from "@/lib/workbench/shared-inputs";
import { useCellActions } from "./use-cell-actions";
import { useProductNames } from "./use-product-names";
import { useWorkbenchHandle, useWorkbenchState } from "./use-workbench";

interface NotebookInputProps {
  cell: InputCell;
  index: number;
}

const NONE: readonly Cell[] = [];

const titles = (cells: readonly Cell[]) => cells.map(({ title }) => title);

/** The cells that could follow an input. */
function reachable(cells: readonly Cell[], cell: InputCell) {
  if (cell.input === "text") return [];
  if (cell.input !== "number") return cellsWith(cells, { input: cell.input });
  const param = followersOf(cells, cell.id).flatMap((follower) =>
    Object.entries(follower.inputs).flatMap(([name, id]) => (id === cell.id ? [name] : [])),
  )[0];
  const common: Common = { input: "number", param: param ?? cell.name };
  return cellsWith(cells, common);
}

/** An input of the notebook with its actions. */
export const NotebookInput = memo(function NotebookInput({ cell, index }: NotebookInputProps) {
  const cells = useWorkbenchState((state) => state.notebook?.cells ?? NONE);
  const { act } = useWorkbenchHandle();
  const facts = useWorkbenchState((state) => state.facts);
  const locale = useWorkbenchState((state) => state.notebook?.locale ?? "en");
  const products = useProductNames();
  const { onRename, onRemove, onMoveUp, onMoveDown, more } = useCellActions(cell, index, cells.length);
  const { id } = cell;
  const followers = takersOf(cells, id);
  const possible = reachable(cells, cell);
  return (
    <InputCellView
      cell={cell}
      param={inputParam(cells, cell)}
      facts={facts}
      locale={locale}
      products={products}
      followers={titles(followers)}
      apart={titles(possible.filter((other) => !followers.some((follower) => follower.id === other.id)))}
      others={analysisCells(cells).length - possible.length}
      onValue={(value) => act((on) => on.edit({ type: "set-input", id, value }))}
      {...{ onRename, onRemove, onMoveUp, onMoveDown, more }}
    />
  );
});
