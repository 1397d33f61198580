"use client";

import { useEffect, useMemo } from "react";
import type { ProductNames } from "@/components/notebook/param-word";
import type { Notebook } from "@/lib/notebook/notebook";
import { choosesProduct } from "@/lib/workbench/product-list";
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
  const chosen = choosesProduct(cells);
  useEffect(() => {
    if (chosen && dataSets.length > 0) act((on) => on.listProducts());
  }, [chosen, dataSets, act]);
}
