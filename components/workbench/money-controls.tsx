"use client";

import { useId } from "react";
import { Select } from "@/components/ui/select";
import type { Notebook } from "@/lib/notebook/notebook";
import { useWorkbenchHandle } from "./use-workbench";

const LOCALES: Readonly<Record<string, string>> = {
  "en-GB": "1,234.50 (English, UK)",
  "en-US": "1,234.50 (English, US)",
  "en-IN": "1,23,456.00 (India)",
  "de-DE": "1.234,50 (German)",
  "fr-FR": "1 234,50 (French)",
  "es-ES": "1.234,50 (Spanish)",
  "pt-BR": "1.234,50 (Portuguese)",
  "de-CH": "1’234.50 (Swiss)",
};

const CURRENCIES = [
  "INR",
  "GBP",
  "USD",
  "EUR",
  "JPY",
  "CNY",
  "CHF",
  "AUD",
  "CAD",
  "BRL",
  "MXN",
  "COP",
  "TRY",
  "IDR",
  "ZAR",
];

/** How the notebook writes numbers and which money they are. */
export function MoneyControls({ notebook }: { notebook: Notebook }) {
  const { act } = useWorkbenchHandle();
  const id = useId();
  const { locale, currency } = notebook;
  const set = (change: Partial<Pick<Notebook, "locale" | "currency">>) =>
    act((on) => on.edit({ type: "set-money", locale, currency, ...change }));
  const locales = locale in LOCALES ? LOCALES : { [locale]: locale, ...LOCALES };
  const currencies = currency && !CURRENCIES.includes(currency) ? [currency, ...CURRENCIES] : CURRENCIES;
  return (
    <div className="flex flex-col gap-3">
      <div>
        <label htmlFor={`${id}-currency`} className="mb-1 block text-soft text-xs">
          Currency
        </label>
        <Select
          id={`${id}-currency`}
          value={currency ?? ""}
          choices={[{ value: "", label: "Not stated" }, ...currencies.map((code) => ({ value: code, label: code }))]}
          onValueChange={(code) => set({ currency: code === "" ? null : code })}
        />
      </div>
      <div>
        <label htmlFor={`${id}-locale`} className="mb-1 block text-soft text-xs">
          Written as
        </label>
        <Select
          id={`${id}-locale`}
          value={locale}
          choices={Object.entries(locales).map(([value, label]) => ({ value, label }))}
          onValueChange={(code) => set({ locale: code })}
        />
      </div>
    </div>
  );
}
