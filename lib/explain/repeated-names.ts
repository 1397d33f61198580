import { normalised } from "./normalised";
import type { Payload } from "./payload";
import { knownLabels } from "./vocabulary";

/** Words that product names share with honest sentences about figures. */
const PLAIN_WORDS =
  "with from this that your than then they them their there these those into over under have been were will would about after before again against all also and are because best better both bring brings brought but buy can check come comes cost costs customer customers data day days down each earn earns earned fall fell figures few first for good goods grow grew growth half has high higher highest how income instead it its item items keep large largest last least less like line look low lower lowest main make makes many margin market mean means money month months more most much near need needs new next not now off offer one only order orders other others out own part parts pay people per period piece place price prices product products profit profits put quarter range rate reach revenue rise rose sale sales same season second sell sells share shelf shop show shows small sold some stand stands steady still stock store stores strong such supply take takes tell the though time times today together total total turn two unit units use usual value volume watch week well what when where which while whole why without work worth year years average category categories class group";

const words = (text: string) =>
  normalised(text)
    .toLowerCase()
    .match(/\p{L}{4,}/gu) ?? [];

const honest: ReadonlySet<string> = new Set([...words(PLAIN_WORDS), ...[...knownLabels].flatMap(words)]);

/** A word that the text can only have from a name that was sent, or null. Names stand in sentences as {{P1}} alone. */
export function wordOfName(text: string, { names }: Payload): string | null {
  const sent = new Set(names.flatMap(({ name }) => (name === null ? [] : words(name))));
  return words(text).find((word) => sent.has(word) && !honest.has(word)) ?? null;
}
