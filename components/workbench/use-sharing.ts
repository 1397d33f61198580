"use client";

import { useMemo } from "react";
import { toast } from "sonner";
import type { Shareable } from "@/components/notebook/cell-header";
import type { Followed } from "@/components/notebook/followed-word";
import type { Facts } from "@/lib/analyses/analysis";
import { analysisNamed } from "@/lib/analyses/registry";
import { analysisCells, followedInput } from "@/lib/notebook/asked-params";
import type { AnalysisCell, Cell } from "@/lib/notebook/notebook";
import type { ParamValue } from "@/lib/query/param";
import { filterMissing } from "@/lib/workbench/filter-missing";
import { cellsWith, commonOf, ownAgain, shownParams } from "@/lib/workbench/shared-inputs";
import { useWorkbenchHandle, useWorkbenchState } from "./use-workbench";

interface Sharing {
  /** What the cell asks, complete. */
  values: Readonly<Record<string, ParamValue>>;
  followed: Readonly<Record<string, Followed>>;
  shareable: readonly Shareable[];
}

/** What of the notebook's other cells matters to one, as plain values. */
interface Around {
  values: Record<string, ParamValue>;
  followed: { param: string; title: string; name: string }[];
  shareable: string[];
}

function around(cells: readonly Cell[], cell: AnalysisCell, facts: Facts | null): Around {
  const names = Object.keys(analysisNamed(cell.analysis).query.params);
  return {
    values: shownParams(cells, cell),
    followed: names.flatMap((param) => {
      const input = followedInput(cells, cell, param);
      return input ? [{ param, title: input.title, name: input.name }] : [];
    }),
    shareable: names.filter((param) => {
      const common = commonOf(cell, param);
      if (!common || followedInput(cells, cell, param)) return false;
      return common.input === "number" ? cellsWith(cells, common).length > 1 : !filterMissing(common.input, facts);
    }),
  };
}

/** Scrolls to a cell and gives it the focus. */
export function goToCell(name: string): void {
  const cell = document.getElementById(`cell-${name}`);
  cell?.scrollIntoView({ block: "start" });
  cell?.focus({ preventScroll: true });
}

/** What a cell asks, which of it inputs decide, and what it could share; another value only when one of these changes. */
export function useSharing(cell: AnalysisCell): Sharing {
  const { act } = useWorkbenchHandle();
  // As text, so that the cell is drawn again only when something in it is another.
  const text = useWorkbenchState(({ notebook, facts }) =>
    JSON.stringify(around(notebook?.cells ?? [cell], cell, facts)),
  );
  return useMemo(() => {
    const { values, followed, shareable }: Around = JSON.parse(text);
    const { params } = analysisNamed(cell.analysis).query;
    const own = (param: string) =>
      act((on) => {
        const cells = on.store.get().notebook?.cells ?? [];
        const now = analysisCells(cells).find(({ id }) => id === cell.id);
        if (now) on.edit(ownAgain(cells, now, param));
      });
    const share = (param: string, label: string) =>
      act((on) => {
        const common = commonOf(cell, param);
        if (!common) return;
        on.shareInput(common, values[param] ?? null);
        toast(`All cells take this ${label.toLowerCase()}.`, { action: { label: "Undo", onClick: () => on.undo() } });
      });
    return {
      values,
      followed: Object.fromEntries(
        followed.map(({ param, title, name }): [string, Followed] => [
          param,
          { title, onGo: () => goToCell(name), onOwn: () => own(param) },
        ]),
      ),
      shareable: shareable.map((param) => {
        const label = params[param]?.label ?? param;
        return { label, onShare: () => share(param, label) };
      }),
    };
  }, [text, cell, act]);
}
