import { words } from "./header";
import { type Guess, type ImportPlan, lacksOf } from "./plan";
import { ASKS } from "./questions";
import { sameColumns } from "./same-reading";

/** A file that can answer for others, of the same drop or in the notebook already. */
interface Helper {
  plan: ImportPlan;
  fileName: string;
}

/** A guess while it is looked at together with the others. */
type Draft = { guess: Guess };

/**
 * Looks at all files of one drop, and those the notebook has, together: sales without a date take it from a list of
 * orders, those without a price from a product list; then nothing is asked about it and the evidence says so. Files that
 * are alone unclear and of no use to the sales beside them become ordinary tables.
 */
export function planTogether(files: readonly { guess: Guess }[], present: readonly Helper[]): readonly Guess[] {
  const drafts: Draft[] = files.map(({ guess }) => ({ guess }));
  const helpers = (): Helper[] => [
    ...drafts.map(({ guess }) => ({ plan: guess.plan, fileName: guess.fileName })),
    ...present,
  ];
  for (const draft of drafts) draft.guess = asOrders(draft.guess, helpers());
  for (const draft of drafts) draft.guess = asTable(draft.guess, helpers());
  for (const draft of drafts) draft.guess = withSharedProductId(draft.guess, helpers());
  for (const draft of drafts) draft.guess = withDates(draft.guess, helpers());
  for (const draft of drafts) draft.guess = withPrices(draft.guess, helpers());
  for (const draft of drafts) draft.guess = withNames(draft.guess, helpers());
  for (const draft of drafts) draft.guess = withOrderOfTwins(draft.guess, drafts);
  return drafts.map(({ guess }) => guess);
}

const sells = ({ kind }: ImportPlan) => kind === "sales" || kind === "returns";
const hasProduct = ({ mapping }: ImportPlan) => mapping.product_name !== undefined || mapping.product_id !== undefined;
const phraseOf = (name: string) => words(name).join(" ");
const without = (guess: Guess, ...asked: string[]) => guess.questions.filter((question) => !asked.includes(question));

/** One line an order, with its total, beside the lines of those orders: its date and customer are wanted, not its total. */
function asOrders(guess: Guess, helpers: readonly Helper[]): Guess {
  const { plan } = guess;
  const { transaction, date } = plan.mapping;
  if (!sells(plan) || hasProduct(plan) || transaction === undefined || date === undefined) return guess;
  const dateless = helpers.some(
    (other) =>
      other.plan.kind === "sales" &&
      hasProduct(other.plan) &&
      other.plan.mapping.date === undefined &&
      other.plan.mapping.transaction !== undefined &&
      phraseOf(other.plan.mapping.transaction) === phraseOf(transaction),
  );
  return dateless ? asKind(guess, "orders", `Each line is one order; its products stand in another file.`) : guess;
}

/** A file that is unclear alone and names no product adds nothing to sales that do. */
function asTable(guess: Guess, helpers: readonly Helper[]): Guess {
  const { plan, questions, fileName } = guess;
  if (!sells(plan) || hasProduct(plan) || questions.length === 0) return guess;
  const sold = helpers.some(({ plan: other }) => other !== plan && other.kind === "sales" && hasProduct(other));
  return sold ? asKind(guess, "table", `${fileName} names no products; it is kept as an ordinary table.`) : guess;
}

function asKind(guess: Guess, kind: "orders" | "table", sentence: string): Guess {
  const { transaction, date, time, customer, store } = guess.plan.mapping;
  const kept = kind === "table" ? {} : { transaction, date, time, customer, store };
  const mapping = Object.fromEntries(Object.entries(kept).filter(([, column]) => column !== undefined));
  return {
    ...guess,
    plan: { ...guess.plan, kind, mapping, discountAs: "amount" },
    questions: kind === "table" ? [] : without(guess, ASKS.product, ASKS.price, ASKS.quantity),
    evidence: [...guess.evidence, sentence],
  };
}

/** A list with several ids of a product is joined by the one the sales use. */
function withSharedProductId(guess: Guess, helpers: readonly Helper[]): Guess {
  const { plan } = guess;
  if (plan.kind !== "products" && plan.kind !== "inventory") return guess;
  const ids = helpers
    .filter(({ plan: other }) => sells(other))
    .flatMap(({ plan: other }) => other.mapping.product_id ?? []);
  const current = plan.mapping.product_id;
  if (ids.length === 0 || ids.some((id) => current !== undefined && phraseOf(id) === phraseOf(current))) return guess;
  const shared = plan.columns.find((column) => ids.some((id) => phraseOf(id) === phraseOf(column)));
  if (shared === undefined || Object.values(plan.mapping).includes(shared)) return guess;
  return {
    ...guess,
    plan: { ...plan, mapping: { ...plan.mapping, product_id: shared } },
    confidence: { ...guess.confidence, product_id: 1 },
    questions: guess.questions.filter((question) => current === undefined || !question.includes(current)),
    evidence: [...guess.evidence, `${shared} is the product id, because the sales use it.`],
  };
}

/** Lists of orders that can date these lines. */
function ordersFor(plan: ImportPlan, helpers: readonly Helper[]): Helper | undefined {
  const { transaction } = plan.mapping;
  if (transaction === undefined) return undefined;
  const lists = helpers.filter(
    ({ plan: other }) =>
      other.kind === "orders" && other.mapping.transaction !== undefined && other.mapping.date !== undefined,
  );
  return (
    lists.find(({ plan: other }) => phraseOf(other.mapping.transaction ?? "") === phraseOf(transaction)) ?? lists[0]
  );
}

function withDates(guess: Guess, helpers: readonly Helper[]): Guess {
  const { plan } = guess;
  if (!sells(plan) || plan.mapping.date !== undefined) return guess;
  const orders = ordersFor(plan, helpers);
  if (!orders) return guess;
  return {
    ...guess,
    questions: without(guess, ASKS.date, ASKS.returnDate),
    evidence: [...guess.evidence, `Dates come from ${orders.fileName} through ${plan.mapping.transaction}.`],
  };
}

/** A product list that knows these products, by id where both have one, else by name. */
function listFor(
  plan: ImportPlan,
  helpers: readonly Helper[],
  role: "unit_price" | "product_name",
): { list: Helper; through: string } | null {
  for (const list of helpers) {
    const { kind, mapping } = list.plan;
    if (kind !== "products" && !(kind === "inventory" && role === "product_name")) continue;
    if (mapping[role] === undefined) continue;
    const through =
      plan.mapping.product_id !== undefined && mapping.product_id !== undefined
        ? plan.mapping.product_id
        : role === "unit_price" && mapping.product_name !== undefined
          ? plan.mapping.product_name
          : undefined;
    if (through !== undefined) return { list, through };
  }
  return null;
}

function withPrices(guess: Guess, helpers: readonly Helper[]): Guess {
  const { plan } = guess;
  if (!lacksOf(plan).includes("price")) return guess;
  const found = listFor(plan, helpers, "unit_price");
  if (!found) return guess;
  return {
    ...guess,
    questions: without(guess, ASKS.price),
    evidence: [...guess.evidence, `Prices come from ${found.list.fileName} through ${found.through}.`],
  };
}

/** Says where the names of products and stores come from; nothing was asked about them. */
function withNames(guess: Guess, helpers: readonly Helper[]): Guess {
  const { plan } = guess;
  if (!sells(plan)) return guess;
  const evidence = [...guess.evidence];
  const named = plan.mapping.product_name === undefined ? listFor(plan, helpers, "product_name") : null;
  if (named) evidence.push(`Names of products come from ${named.list.fileName} through ${named.through}.`);
  const stores =
    plan.mapping.store === undefined ? undefined : helpers.find(({ plan: other }) => other.kind === "stores");
  if (stores) evidence.push(`Names of stores come from ${stores.fileName} through ${plan.mapping.store}.`);
  return { ...guess, evidence };
}

/** Files of one export are written alike: where one leaves the order of dates open, another of the same header tells. */
function withOrderOfTwins(guess: Guess, drafts: readonly Draft[]): Guess {
  const open = guess.questions.find(isAboutDateOrder);
  if (open === undefined) return guess;
  const twin = drafts.find(
    ({ guess: other }) =>
      other !== guess &&
      sameColumns(other.plan.columns, guess.plan.columns) &&
      other.plan.dateOrder !== "year-first" &&
      !other.questions.some(isAboutDateOrder),
  )?.guess;
  if (!twin) return guess;
  const order = twin.plan.dateOrder === "day-first" ? "Day" : "Month";
  return {
    ...guess,
    plan: { ...guess.plan, dateOrder: twin.plan.dateOrder },
    questions: without(guess, open),
    evidence: [...guess.evidence, `${order} first as in ${twin.fileName}, which has the same columns.`],
  };
}

function isAboutDateOrder(question: string): boolean {
  return question.endsWith("Choose the date order.");
}
