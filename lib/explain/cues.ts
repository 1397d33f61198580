/** Words by what they claim; English, and German for notebooks that speak it. */
const words = (...patterns: string[]) => new RegExp(`(?<![\\p{L}-])(?:${patterns.join("|")})(?![\\p{L}])`, "giu");

export type Direction = "up" | "down";

/** What went up or down, as a statement; "raise the price" is advice and states nothing. */
export const MOVES: Readonly<Record<Direction, RegExp>> = {
  up: words(
    "rose|risen|rising|rises|grew|grown|growing|grows|increased|increasing|increases|climbed|climbing|climbs|gained|gains|gaining",
    "jumped|jumps|surged|soared|improved|improves|doubled|tripled|expanded|went up|gone up|is up|are up|was up|were up|up by|up from",
    "gestiegen|stieg|stiegen|steigt|wuchs|gewachsen|wächst|zugelegt|nahm zu|zugenommen|erhöhte sich",
  ),
  down: words(
    "fell|fallen|falling|falls|dropped|drops|dropping|declined|declines|declining|decreased|decreases|decreasing|shrank|shrunk|shrinks|shrinking",
    "slipped|slips|slid|sank|dipped|lost|loses|losing|halved|plunged|slowed|worsened|went down|gone down|is down|are down|was down|were down|down by|down from",
    "gefallen|fiel|fielen|fällt|sank|gesunken|sinkt|zurückgegangen|ging zurück|schrumpfte|nahm ab|abgenommen|verlor",
  ),
};

/** How one figure stands to another. */
export const COMPARISONS: Readonly<Record<Direction, RegExp>> = {
  up: words(
    "more|higher|larger|bigger|greater|better|above|ahead of|exceeds|exceeded|beats|beat|over",
    "mehr|höher|größer|über|besser",
  ),
  down: words(
    "less|fewer|lower|smaller|below|behind|short of|under|worse|trails|trailed",
    "weniger|niedriger|kleiner|unter|hinter",
  ),
};

export const SUPERLATIVES: Readonly<Record<Direction, RegExp>> = {
  up: words(
    "highest|largest|biggest|greatest|strongest|best|most|leads|leading|tops",
    "höchste[nrs]?|größte[nrs]?|stärkste[nrs]?|beste[nrs]?|meisten?",
  ),
  down: words(
    "lowest|smallest|weakest|worst|least|fewest",
    "niedrigste[nrs]?|kleinste[nrs]?|schwächste[nrs]?|geringste[nrs]?",
  ),
};
/** Words that look like superlatives and claim nothing of the sort. */
export const NO_SUPERLATIVE =
  /\b(?:at (?:least|most|best|worst)|most of|best[- ]sellers?|best[- ]selling|most likely|most recent|for the most part|least of all|mindestens|höchstens)\b/gi;

/** Labels of figures that are a change themselves. */
export const MOVEMENT = /^(?:change|on the year)$/i;

/** What one figure is held against stands after one of these. */
export const BASE =
  /(?:than|from|against|above|below|over|under|compared (?:with|to)|after|versus|vs\.?|behind|ahead of|exceeds|exceeded|beats|beat|trails|trailed|als|gegenüber|gegen|über|unter|hinter|vor|nach|seit|von) (?:that of |those of |in |the |im |for |of )*$/i;

export const CUES = {
  change: words(
    "change|changed|changes|growth|rise|increase|decrease|decline|fall|drop|gain|loss|up|down|plus|minus|compared|against|year on year|month on month|on the month|on the year|veränderung|änderung|zuwachs|rückgang|anstieg|wachstum|plus|minus",
  ),
  diff: words(
    "difference|gap|differ|differs|apart|lead|leads|margin over|ahead|behind|by|unterschied|abstand|differenz|um",
  ),
  ratio: words("times|fold|twice|thrice|double|triple|mal|fache|doppelt|doppelte"),
  share: words(
    "share|of all|of the|of total|of its|accounts?|accounted|makes? up|made up|contributes?|contributed|brings?|brought|proportion|part of|anteil|macht|machte|aller|des|der",
  ),
  sum: words("together|combined|in total|altogether|sum|between them|in all|jointly|zusammen|insgesamt|gemeinsam"),
  loss: words(
    "loss|losses|lost|loses|losing|negative|below|less|minus|down|under|returned|back|verlust|negativ|weniger|unter",
  ),
} as const;

/** The whole shop, by name. */
export const WHOLE = words(
  "the shop|the whole shop|shop as a whole|the business|overall|all products|in all|altogether|in total|total revenue|total|whole|everything|all categories|the range|all revenue|the revenue|net revenue|gross revenue|gesamt|gesamte[nrs]?|insgesamt|der laden|des ladens|aller produkte|the stock's value",
);

/** Every place of a pattern. */
export function places(text: string, pattern: RegExp): number[] {
  return [...text.matchAll(pattern)].map((match) => match.index);
}

/** What a metric or a sentence is about, by a word of it; null is anything. */
const FAMILIES: readonly (readonly [family: string, text: RegExp, label: RegExp])[] = [
  ["profit", /\b(?:profits?|loss|losses|earns?|earned|gewinn|verlust)\b/i, /^profit$/i],
  [
    "stock",
    /\b(?:stock value|tied up|worth of stock|at cost|lagerwert|gebunden|stock's value)\b/i,
    /stock value|other dead stock/i,
  ],
  ["returned", /\b(?:returns?|returned|refunds?|refunded|came back|comes back|zurückgegeben|retouren)\b/i, /returned/i],
  ["order", /\b(?:average order|basket|per order|bestellwert)\b/i, /average order/i],
  ["margin", /\b(?:margins?|marge)\b/i, /^margin$/i],
  ["cost", /\b(?:unit costs?|cost of goods)\b/i, /^(?:unit )?cost$/i],
  ["sell", /\b(?:sell-through|abverkauf)\b/i, /sell-through/i],
  ["units", /\b(?:units|pieces|stück)(?!\p{L})/iu, /^units/i],
  [
    "revenue",
    /\b(?:revenue|sales|turnover|takings|umsatz|brought|brings|brachten?|took|takes|turned over|turns over|setzte)\b/i,
    /revenue|^last 3 months|^3 months before|last year|a year before|month before|months before|last complete month/i,
  ],
];

/** The families of measures a text speaks of. */
export function familiesIn(text: string): string[] {
  return FAMILIES.filter(([, pattern]) => pattern.test(text)).map(([family]) => family);
}

/** The family of a label, or null. */
export function familyOf(label: string): string | null {
  return FAMILIES.find(([, , pattern]) => pattern.test(label))?.[0] ?? null;
}
