import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeText, fileOf } from "./container/testing/encode-text";
import { encodingOf } from "./encoding";
import { Utf8Counter } from "./encoding-bytes";
import { openFile } from "./open-file";

const CHOICE = { encoding: null, sheet: null };

async function opened(bytes: Uint8Array<ArrayBuffer>, choice: { encoding: string | null; sheet: null } = CHOICE) {
  const { text, encoding, evidence } = await openFile(fileOf("till.csv", bytes), choice);
  return { text: await text.text(), encoding, evidence };
}

const MARKS = { "utf-16le": [0xff, 0xfe], "utf-16be": [0xfe, 0xff] } as const;
const CAFE = "product,price\nnaïve café,3.50\nthé glacé,2.80\n";

describe("a text in an older encoding", () => {
  it.each([
    ["windows-1252", CAFE],
    ["macintosh", CAFE],
    ["windows-1252", "Artikel;Preis\nKäse;3,50 €\nWürstchen – groß;4,00 €\n"],
    ["macintosh", "Artikel;Preis\nKäse;3,50\nWürstchen – groß;4,00\n"],
    ["windows-1252", "produto,preço\nPão de queijo,3\nCafé com açúcar,4\nLimão,1\n"],
    ["windows-1252", "City,State\nSan José,CA\n"],
    ["windows-1252", "item,price\nLevi’s jeans,£40\n“Best” mug,£8\n"],
    ["windows-1250", "towar;cena\nŻurek;12\nPączki;3\nKiełbasa śląska;20\nłosoś;30\n"],
    ["windows-1250", "zboží;cena\nČerný čaj;50\nRohlík;3\nSýr žervé;40\nměsíční přehled;1\n"],
    ["iso-8859-2", "towar;cena\nPączki;3\nKiełbasa śląska;20\nłosoś wędzony;30\ngęś;3\n"],
    ["windows-1254", "ürün;fiyat\nÇay bardağı;20\nTürk kahvesi;30\nBalık ekmek, taze yeşil soğan;15\n"],
    ["windows-1251", "товар;цена\nХлеб белый;40\nМолоко;80\nСыр российский;300\n"],
    ["koi8-r", "товар;цена\nХлеб белый;40\nМолоко;80\nСыр российский;300\n"],
    ["windows-1253", "προϊόν;τιμή\nΨωμί χωριάτικο;2\nΓάλα φρέσκο;1\nΤυρί φέτα;8\n"],
    ["windows-1255", "מוצר,מחיר\nלחם שחור,12\nחלב טרי,6\nגבינה לבנה,9\n"],
    ["windows-1256", "المنتج,السعر\nخبز أبيض,2\nحليب طازج,5\nجبنة بيضاء,9\n"],
    ["windows-874", "สินค้า,ราคา\nขนมปัง,20\nนมสด,15\nกาแฟเย็น,40\n"],
    ["shift_jis", "商品名,価格\nりんごジュース,120\n牛乳,200\nおにぎり,150\n"],
    ["euc-jp", "商品名,価格\nりんごジュース,120\n牛乳,200\nおにぎり,150\n"],
    ["gb18030", "商品名称,价格\n苹果汁,12\n牛奶,8\n白面包,6\n销售数量,3\n"],
    ["big5", "商品名稱,價格\n蘋果汁,12\n牛奶,8\n白麵包,6\n銷售數量,3\n"],
    ["euc-kr", "상품명,가격\n사과 주스,1200\n우유,2000\n식빵,3000\n판매 수량,3\n"],
  ])("in %s is read as it was written: %j", async (encoding, text) => {
    const { evidence, ...read } = await opened(encodeText(text, encoding));
    expect(read).toEqual({ text, encoding });
    expect(evidence).toHaveLength(1);
  });

  it.each([
    [
      "windows-1252",
      "café São Düsseldorf Málaga niño crème garçon Größe ÅLAND smörgås København RÉUNION maçã it’s £12 12€ José Citroën œuf KÖLN PÃO",
    ],
    [
      "macintosh",
      "café naïve Zürich Málaga niño garçon Größe smörgås København über it’s Müller François José CAFÉ KÖLN rosé",
    ],
    ["windows-1250", "Łódź żółty gyümölcs"],
    ["windows-1251", "Москва МОЛОКО Київ София сыр Товар"],
    ["windows-1254", "İstanbul Beşiktaş ürün ŞEKER yoğurt"],
    ["shift_jis", "東京 りんご コーヒー"],
    ["gb18030", "商品名称 上海市"],
    ["big5", "蘋果 商品名稱"],
    ["euc-kr", "서울 사과 상품명"],
  ])("in %s is known by each of these words alone: %s", async (encoding, words) => {
    for (const word of words.split(" ")) {
      const text = `item,price\n${word},3\n`;
      expect((await opened(encodeText(text, encoding))).text).toBe(text);
    }
  });

  it("says by which bytes it was known", async () => {
    expect((await opened(encodeText(CAFE, "windows-1252"))).evidence).toEqual([
      "Read as Windows-1252, because bytes such as 0xEF (ï) are no UTF-8.",
    ]);
    expect((await opened(encodeText(CAFE, "macintosh"))).evidence).toEqual([
      "Read as Mac Roman, because bytes such as 0x95 (ï) are no UTF-8.",
    ]);
  });

  it.each(["utf-16le", "utf-16be"] as const)(
    "in %s is known by its mark, or without one by its zeros",
    async (encoding) => {
      const bytes = encodeText(CAFE, encoding);
      const marked = await opened(Uint8Array.from([...MARKS[encoding], ...bytes]));
      expect(marked).toMatchObject({ text: CAFE, encoding });
      expect(await opened(bytes)).toMatchObject({ text: CAFE, encoding });
      expect(marked.evidence[0]).toContain("it begins with the mark of that encoding");
    },
  );

  it("is read as a person chose, whatever its bytes say", async () => {
    const bytes = encodeText("name\nМосква\n", "windows-1251");
    expect(await opened(bytes, { encoding: "koi8-r", sheet: null })).toEqual({
      text: new TextDecoder("koi8-r").decode(bytes),
      encoding: "koi8-r",
      evidence: ["Read as KOI8-R, as chosen."],
    });
    await expect(opened(bytes, { encoding: "klingon", sheet: null })).rejects.toMatchObject({ kind: "encoding" });
  });

  it("keeps every letter where a piece of the file ends inside of one", async () => {
    const line = "おにぎりセット,150\n";
    const text = `商品名,価格\n${line.repeat(20_000)}`;
    const bytes = encodeText(line, "shift_jis");
    const whole = new Uint8Array([...encodeText("商品名,価格\n", "shift_jis")].length + bytes.length * 20_000);
    const head = encodeText("商品名,価格\n", "shift_jis");
    whole.set(head);
    for (let index = 0; index < 20_000; index += 1) whole.set(bytes, head.length + index * bytes.length);
    expect(await opened(whole)).toMatchObject({ text, encoding: "shift_jis" });
  });
});

describe("a text in UTF-8", () => {
  it("is the file itself, with and without its mark", async () => {
    for (const text of ["a,b\n1,é\n", "\uFEFFa,b\n1,é\n", "a,b\n1,2\n"]) {
      const file = fileOf("till.csv", text);
      expect(await openFile(file, CHOICE)).toEqual({
        text: file,
        encoding: "utf-8",
        sheet: null,
        sheets: [],
        typed: false,
        evidence: [],
      });
      expect((await openFile(file, { encoding: "UTF8", sheet: null })).text).toBe(file);
    }
  });

  it("stays UTF-8 with a few broken bytes, which are counted", async () => {
    const bytes = Uint8Array.from([...new TextEncoder().encode("Größe,ü,ä,ö\n"), 0xff, 0x2c, 0xc3, 0x0a]);
    expect(await opened(bytes)).toEqual({
      text: "Größe,ü,ä,ö\n\uFFFD,\uFFFD\n",
      encoding: "utf-8",
      evidence: ["2 bytes could not be read and show as \uFFFD."],
    });
  });

  it("is written with replacement signs when it was chosen and is not", async () => {
    expect(await opened(Uint8Array.from([0x61, 0xe9, 0x0a]), { encoding: "utf-8", sheet: null })).toEqual({
      text: "a\uFFFD\n",
      encoding: "utf-8",
      evidence: ["1 byte could not be read and shows as \uFFFD."],
    });
  });

  it("is not taken for UTF-16 because of a few zeros", async () => {
    expect(await opened(Uint8Array.from([0, 0x77, 0x6f, 0x72, 0, 0x6c, 0x64, 0x0a]))).toMatchObject({
      encoding: "utf-8",
    });
  });

  it("in UTF-32 is refused", async () => {
    const bytes = Uint8Array.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]);
    await expect(opened(bytes)).rejects.toMatchObject({ kind: "encoding", message: expect.stringContaining("UTF-32") });
  });
});

describe("a file that turns out not to be UTF-8 far from its start", () => {
  const plain = `a,b\n${"x,1\n".repeat(150_000)}`;

  it("opens as the file itself, and every byte of it tells the encoding", async () => {
    const file = fileOf("till.csv", plain, encodeText("naïve café,2\n", "windows-1252"), plain, plain);
    expect((await openFile(file, CHOICE)).text).toBe(file);
    expect(await encodingOf(file)).toEqual({
      encoding: "windows-1252",
      evidence: ["Read as Windows-1252, because bytes such as 0xEF (ï) are no UTF-8."],
    });
  });

  it("stays UTF-8 where more letters are whole than broken", async () => {
    const file = fileOf("till.csv", plain, "é,ü,ö,ä\n", Uint8Array.from([0xe9, 0x0a, 0xfc, 0xff]), plain, plain);
    expect(await encodingOf(file)).toEqual({
      encoding: "utf-8",
      evidence: ["3 bytes could not be read and show as \uFFFD."],
    });
  });

  it("is not looked at any further once it is aborted", async () => {
    const signal = AbortSignal.abort();
    await expect(encodingOf(fileOf("till.csv", plain), { signal })).rejects.toMatchObject({ name: "AbortError" });
  });
});

describe("counting UTF-8", () => {
  it("agrees with the decoder on what is UTF-8, however the bytes are cut", () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.string({ unit: "binary", maxLength: 20 }).map((text) => new TextEncoder().encode(text)),
      fc
        .array(fc.constantFrom(0x41, 0x80, 0xbf, 0xc2, 0xe0, 0xa0, 0xed, 0xf0, 0x90, 0xf4, 0xff), { maxLength: 12 })
        .map((list) => Uint8Array.from(list)),
    );
    fc.assert(
      fc.property(bytes, fc.nat(40), fc.nat(40), (text, first, second) => {
        const counter = new Utf8Counter();
        const [from, to] = [Math.min(first, second), Math.max(first, second)];
        for (const piece of [text.slice(0, from), text.slice(from, to), text.slice(to)]) counter.push(piece);
        const decoded = new TextDecoder("utf-8", { ignoreBOM: true }).decode(text);
        const lost = [...decoded].filter((letter) => letter === "\uFFFD").length;
        const written = [...new TextDecoder("utf-8", { ignoreBOM: true }).decode(text)].join("");
        const { invalid } = counter.end();
        if (!written.includes("\uFFFD")) expect(invalid).toBe(0);
        else expect(invalid).toBeLessThanOrEqual(lost);
        let whole = true;
        try {
          new TextDecoder("utf-8", { fatal: true }).decode(text);
        } catch {
          whole = false;
        }
        expect(invalid === 0).toBe(whole);
      }),
      { numRuns: 2000 },
    );
  });
});
