import { Timer, TrendingUp, TriangleAlert } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";
import type { InsightCategory } from "@/lib/insights/rule";
import { CATEGORY_WORDS } from "./insight-words";

const SIGNS = { risk: TriangleAlert, growth: TrendingUp, efficiency: Timer };
const TONES: Readonly<Record<InsightCategory, string>> = {
  risk: "text-down",
  growth: "text-up",
  efficiency: "text-eff",
};

type CategorySignProps = Omit<ComponentProps<"span">, "children"> & { category: InsightCategory };

/** The shape and colour of a category, and its word for those who see neither. */
export function CategorySign({ category, className, ...props }: CategorySignProps) {
  const Sign = SIGNS[category];
  return (
    <span data-slot="category-sign" className={cn(TONES[category], className)} {...props}>
      <Sign aria-hidden="true" className="size-4.5" />
      <span className="sr-only">{CATEGORY_WORDS[category]}</span>
    </span>
  );
}
