"use client";

import { useEffect, useMemo } from "react";
import type { ProductNames } from "@/components/notebook/param-word";
import type { Notebook } from "@/lib/notebook/notebook";
import { ALL } from "@/lib/query/param";
import { useWorkbenchHandle, useWorkbenchState } from "./use-workbench";

/** The products one can choose from; they are fetched when a choice is opened. */
export function useProductNames(): ProductNames {
  const { act } = useWorkbenchHandle();
  const choices = useWorkbenchState((state) => state.products);
  return useMemo(() => ({ choices, onList: () => act((on) => on.listProducts()) }), [choices, act]);
}

/** Fetches the names of products when the notebook shows one that was chosen. */
export function useNamesOfChosen({ cells, dataSets }: Notebook): void {
  const { act } = useWorkbenchHandle();
  const chosen = cells.some((cell) => {
    if (cell.kind === "chart" || cell.kind === "note") return false;
    const params = cell.kind === "sql" ? cell.origin?.params : cell.kind === "analysis" ? cell.params : null;
    const value = cell.kind === "input" ? cell.input === "product" && cell.value : params?.product;
    return typeof value === "string" && value !== ALL;
  });
  useEffect(() => {
    if (chosen && dataSets.length > 0) act((on) => on.listProducts());
  }, [chosen, dataSets, act]);
}
