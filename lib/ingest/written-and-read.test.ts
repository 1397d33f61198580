import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { type NodeEngine, openNodeEngine } from "@/lib/engine/node";
import { inspectFile } from "./inspect-file";
import type { DateOrder, DecimalMark, ImportPlan } from "./plan";
import { readFile } from "./read-file";

/** Random tables of sales, written as some shop writes them, must be read as they were meant. */
let engine: NodeEngine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

interface Line {
  day: { year: number; month: number; day: number };
  product: string;
  quantity: number;
  /** In cents. */
  cents: number;
}

type Dirt = "blank" | "total" | "header" | "bad-date" | "bad-total" | "short" | "long";

interface Writing {
  delimiter: "," | ";" | "\t" | "|";
  lineEnd: "\n" | "\r\n" | "\r";
  quoteAll: boolean;
  mark: DecimalMark;
  thousands: boolean;
  money: "" | "€" | "$" | "-signed";
  order: DateOrder;
  separator: "-" | "/" | ".";
  encoding: "utf-8" | "utf-8-bom" | "utf-16le" | "utf-16be" | "windows-1252";
}

/** Words of products in languages that are written in Windows-1252, as an encoding is told by the words it makes. */
const WORDS =
  "crème brûlée thé à la menthe pâté Käse Brötchen Müsli Weißbier Schälmesser jalapeño piña turrón café señor açaí pão coração smörgås øl hygge blåbær tea mug Rice 5kg A4 N95 o-ring box".split(
    " ",
  );
const random = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 ,;|"'\t\n.&()-]{0,14}[A-Za-z]$/);
const spoken = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(" ", ", ", "; ", " | ", "'", '"', "\n", "\t", " & ")), {
    minLength: 1,
    maxLength: 4,
  })
  .map((words) => words.map(([word, gap], at) => (at === words.length - 1 ? word : word + gap)).join(""));
const word = fc.oneof(random, spoken);

const line: fc.Arbitrary<Line> = fc.record({
  day: fc.record({
    year: fc.integer({ min: 2019, max: 2026 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  }),
  product: word.filter((text) => !/^(total|sum|na$|nan$|nil$)/i.test(text)),
  quantity: fc.integer({ min: -20, max: 2000 }).filter((n) => n !== 0),
  cents: fc.integer({ min: -5_000_000, max: 500_000_000 }),
});

const writing: fc.Arbitrary<Writing> = fc.record({
  delimiter: fc.constantFrom(",", ";", "\t", "|"),
  lineEnd: fc.constantFrom("\n", "\r\n", "\r"),
  quoteAll: fc.boolean(),
  mark: fc.constantFrom("point", "comma"),
  thousands: fc.boolean(),
  money: fc.constantFrom("", "€", "$", "-signed"),
  order: fc.constantFrom("year-first", "day-first", "month-first"),
  separator: fc.constantFrom("-", "/", "."),
  encoding: fc.constantFrom("utf-8", "utf-8-bom", "utf-16le", "utf-16be", "windows-1252"),
});

const pad = (n: number) => String(n).padStart(2, "0");

function dateText({ year, month, day }: Line["day"], { order, separator }: Writing): string {
  if (order === "year-first") return [year, pad(month), pad(day)].join(separator === "." ? "-" : separator);
  return (order === "day-first" ? [pad(day), pad(month), year] : [pad(month), pad(day), year]).join(separator);
}

function moneyText(cents: number, { mark, thousands, money }: Writing): string {
  const [point, group] = mark === "point" ? [".", ","] : [",", "."];
  const whole = String(Math.floor(Math.abs(cents) / 100));
  const grouped = thousands ? whole.replace(/\B(?=(\d{3})+$)/g, group) : whole;
  const size = `${grouped}${point}${pad(Math.abs(cents) % 100)}`;
  const signed = cents < 0 ? (money === "-signed" ? `(${size})` : `-${size}`) : size;
  if (money === "€") return `${signed} €`;
  return money === "$" ? signed.replace(/^(-?)/, "$1$") : signed;
}

function encode(text: string, encoding: Writing["encoding"]): Blob {
  if (encoding === "utf-8") return new Blob([text]);
  if (encoding === "utf-8-bom") return new Blob(["\uFEFF", text]);
  if (encoding === "windows-1252")
    return new Blob([Uint8Array.from(text, (char) => (char === "€" ? 0x80 : char.charCodeAt(0)))]);
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  for (const [at, char] of [...`\uFEFF${text}`].entries()) {
    view.setUint16(at * 2, char.charCodeAt(0), encoding === "utf-16le");
  }
  return new Blob([bytes]);
}

const HEADER = ["Date", "Product", "Quantity", "Total"];

function written(lines: readonly Line[], dirt: readonly { kind: Dirt; at: number }[], as: Writing) {
  const field = (text: string) =>
    as.quoteAll || text.includes(as.delimiter) || /["'\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const joined = (fields: readonly string[]) => fields.map(field).join(as.delimiter);
  const good = lines.map((each) =>
    joined([dateText(each.day, as), each.product, String(each.quantity), moneyText(each.cents, as)]),
  );
  const sample = lines[0] as Line;
  const money = moneyText(sample.cents, as);
  const bad: Record<Dirt, string> = {
    blank: as.delimiter.repeat(3),
    total: joined(["Total", "", "12", money]),
    header: joined(HEADER),
    "bad-date": joined(["yesterday", sample.product, "1", money]),
    "bad-total": joined([dateText(sample.day, as), sample.product, "1", "a lot"]),
    short: joined([dateText(sample.day, as), "short"]),
    long: joined([dateText(sample.day, as), sample.product, "1", money, "and", "more"]),
  };
  const all = [...good];
  for (const { kind, at } of dirt) all.splice(1 + (at % all.length), 0, bad[kind]);
  return [joined(HEADER), ...all, ""].join(as.lineEnd);
}

const key = (row: readonly unknown[]) => row.join(" · ");

it("reads what was written, whatever the dialect, locale, encoding and dirt, and the ledger foots", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 6, maxLength: 40 }),
      fc.array(
        fc.record({
          kind: fc.constantFrom<Dirt[]>("blank", "total", "header", "bad-date", "bad-total", "short", "long"),
          at: fc.nat(100),
        }),
        {
          maxLength: 3,
        },
      ),
      writing,
      async (lines, dirt, as) => {
        const file = Object.assign(encode(written(lines, dirt, as), as.encoding), { name: "till.csv" });
        const guess = await inspectFile(file);
        // What a person would be asked is answered truthfully; everything else is the guess's own doing.
        const asked = guess.questions.length > 0;
        const plan: ImportPlan = asked ? { ...guess.plan, dateOrder: as.order, decimalMark: as.mark } : guess.plan;
        expect(plan.mapping).toEqual({ date: "Date", product_name: "Product", quantity: "Quantity", amount: "Total" });
        const { ledger } = await readFile(engine, file, plan, { id: "w", thisYear: 2026 });
        expect(ledger.kept + ledger.rejected + ledger.excluded).toBe(ledger.lines);
        expect(ledger).toMatchObject({ lines: lines.length + dirt.length, kept: lines.length });
        const { rows } = await engine.runText(
          "select sold_at::date::varchar as day, product_name::varchar as product, quantity, (amount * 100)::bigint::varchar as cents from sales_w",
        );
        const found = rows.map((row) => key([row.day, row.product, Number(row.quantity), row.cents]));
        const meant = lines.map(({ day, product, quantity, cents }) =>
          key([`${day.year}-${pad(day.month)}-${pad(day.day)}`, product, quantity, cents]),
        );
        expect(found.sort()).toEqual(meant.sort());
      },
    ),
    { numRuns: 150 },
  );
}, 240_000);
