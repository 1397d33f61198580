/**
 * Letters beyond ASCII of the languages shops write in, commonest first, and the encodings their programs write.
 * Languages are told apart by them: "ő" speaks for Hungarian and so for Windows-1250, "õ" for Portuguese and 1252.
 */
export interface Alphabet {
  letters: string;
  encodings: readonly string[];
  /** True where no word mixes these letters with those of ASCII. */
  own: boolean;
  /** How much rarer the language is than others of its encodings, as a natural logarithm. */
  prior?: number;
}

const WESTERN = ["windows-1252", "macintosh"];
const CENTRAL = ["windows-1250", "iso-8859-2"];
const CYRILLIC = ["windows-1251", "koi8-r", "iso-8859-5"];
const GREEK = ["windows-1253", "iso-8859-7"];

const latin = (letters: string, encodings: readonly string[]): Alphabet => ({ letters, encodings, own: false });
const own = (letters: string, encodings: readonly string[]): Alphabet => ({ letters, encodings, own: true });

export const ALPHABETS: readonly Alphabet[] = [
  // Names of people and places from everywhere.
  latin("éáíóüöäñèçãúàôêåøæëâïßîõûìòùœÿ", WESTERN),
  latin("éèêàçùûîôïëâüœñöæÿ", WESTERN),
  latin("äüößéàè", WESTERN),
  latin("óíáéñúüªº", WESTERN),
  latin("ãçáéêíõóâàúôüªº", WESTERN),
  latin("àèòùìéçíóúïü·", WESTERN),
  latin("åäöøæéüèàëóï", WESTERN),
  latin("éèïëöñíçüêäôáâó", WESTERN),
  { ...latin("áíéöðúóþýæ", WESTERN), prior: -3 },
  latin("łżąęóćśźń", CENTRAL),
  latin("íáéěřčšžýůúťďňĺľôäŕóö", CENTRAL),
  latin("áéöóőüíúű", CENTRAL),
  latin("ăîâșțşţ", CENTRAL),
  latin("čšžćđéáö", CENTRAL),
  latin("ıüşğöçİâîû", ["windows-1254"]),
  latin("āēīšņļžūķģč", ["windows-1257"]),
  latin("ėšžųąįčūę", ["windows-1257"]),
  latin("äõüöšž", ["windows-1257"]),
  own("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєґ", CYRILLIC),
  own("аоиентсрвлкмдпуязгбчхжшјљњћђџцфщъ", CYRILLIC),
  own("αοιετσνηυρπκμλςίάόέήωδγχθφβύώξζψϊϋΐΰ", GREEK),
  own("יוהלאתרמבשנםעקדחפטגכסצןזךףץ", ["windows-1255"]),
  own("اليمنرتوبةعدفهسكقحجشطصخأإذضغىزثءظئآؤپچگژ", ["windows-1256"]),
  own("านรอกเงมยลวดทสตะปบคหแจพชขใไโถศณซธษผฝญภูุีิ่้๊๋ั็์ำึืฉฟฎฏฐฑฒฆฬฮฤๆ฿ๅ", ["windows-874"]),
];

/** Signs that stand between letters in any language, commonest first. */
export const SIGNS = "’–“”€£°\u00A0…®™‘—«»º×½·©²•„ª³¼§±´¿¡№₽₺₪";
