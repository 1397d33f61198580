import type { Part, Scene } from "./scene";
import { BEFORE, NOW, YEAR_AGO } from "./world";

const MOVED = [
  ["stieg", "fiel"],
  ["wuchs", "sank"],
] as const;
const ABOVE = [
  ["über", "unter"],
  ["mehr als", "weniger als"],
] as const;

/** Sentences of a German notebook in its own language. */
export const GERMAN_SENTENCES: readonly ((s: Scene) => Part[])[] = [
  (s) => s.say`${s.name(s.a)} brachte ${s.money("Revenue", s.a)} Umsatz.`,
  (s) =>
    s.say`Der Laden setzte insgesamt ${s.money("Net revenue", null)} um, mit ${s.count("Orders", null)} Bestellungen.`,
  (s) =>
    s.say`Von ${s.name(s.a)} liegen noch ${s.count("Stock", s.a)} Stück im Lager, gebunden sind ${s.money("Stock value", s.a)}.`,
  (s) =>
    s.say`${s.name(s.a)} wurde zuletzt am ${s.lastSold(s.a)} verkauft, vor ${s.count("Days since sale", s.a, "days")} Tagen.`,
  (s) =>
    s.say`Im ${s.month(NOW)} waren es ${s.money("Net revenue", null, NOW)}, im ${s.month(BEFORE)} ${s.money("Net revenue", null, BEFORE)}.`,
  (s) =>
    s.say`${s.name(s.a)} hat einen Anteil von ${s.percent("Share", s.a, 100)}, ${s.name(s.b)} einen von ${s.percent("Share", s.b, 100)}.`,
  (s) => s.say`${s.count("Customers", null)} Kunden kauften ${s.count("Products sold", null)} Produkte.`,
  (s) => s.say`Der Bestand von ${s.name(s.b)} reicht für ${s.count("Days of cover", s.b, "days")} Tage.`,
  (s) =>
    s.say`Ein Stück ${s.name(s.a)} kostet ${s.money("Unit cost", s.a)}, ein Stück ${s.name(s.b)} ${s.money("Unit cost", s.b)}.`,
  (s) =>
    s.say`Von ${s.name(s.a)} wurden ${s.count("Units", s.a)} Stück verkauft, von ${s.name(s.b)} ${s.count("Units", s.b)} Stück.`,
  (s) => {
    const [now, then] = [s.value("Net revenue", null, NOW), s.value("Net revenue", null, BEFORE)];
    return s.say`Der Umsatz ${s.direction(now - then, MOVED)} von ${s.month(BEFORE)} bis ${s.month(NOW)} um ${s.changed(now, then)}.`;
  },
  (s) => {
    const [now, then] = [s.value("Net revenue", null, NOW), s.value("Net revenue", null, YEAR_AGO)];
    return s.say`Der ${s.month(NOW)} lag ${s.difference(now, then)} ${s.direction(now - then, [["über", "unter"]])} dem ${s.month(YEAR_AGO)}.`;
  },
  (s) => {
    const [x, y] = [s.value("Revenue", s.a), s.value("Revenue", s.b)];
    return s.say`${s.name(s.a)} brachte ${s.difference(x, y)} ${s.direction(x - y, ABOVE)} ${s.name(s.b)}.`;
  },
  (s) =>
    s.say`Zusammen brachten ${s.name(s.a)} und ${s.name(s.b)} ${s.sum(s.value("Revenue", s.a), s.value("Revenue", s.b))} Umsatz.`,
  (s) => {
    const [x, y] = [s.value("Margin", s.a), s.value("Margin", s.b)];
    return s.say`Die Marge von ${s.name(s.a)} liegt ${s.points(x, y)} ${s.direction(x - y, [["über", "unter"]])} der von ${s.name(s.b)}.`;
  },
];
