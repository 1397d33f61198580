import { type Language, phrases } from "./role-words";

export const TURKISH: Language = {
  date: {
    sure: phrases(`
      satış tarihi, sipariş tarihi, fatura tarihi, fiş tarihi, işlem tarihi, belge tarihi, alışveriş tarihi,
      evrak tarihi
    `),
    good: phrases("tarih, gün, tarih saat"),
  },
  time: { sure: phrases("saat, satış saati, işlem saati, fiş saati, sipariş saati") },
  product_name: {
    sure: phrases(`
      ürün, ürün adı, ürün ismi, stok adı, malzeme adı, mal hizmet, mal adı, ürün tanımı, malın cinsi, ürün açıklaması
    `),
    good: phrases("açıklama, malzeme, malzeme açıklaması, cins"),
    likely: phrases("ad, adı, isim"),
  },
  product_id: {
    sure: phrases("ürün kodu, stok kodu, malzeme kodu, barkod, ürün no, ürün id, ürün barkodu, barkod no"),
    likely: phrases("kod, kodu"),
  },
  category: {
    sure: phrases("kategori, ürün kategorisi, ürün grubu, kategori adı, mal grubu, reyon, departman, stok grubu"),
    likely: phrases("grup, tür, grubu"),
  },
  quantity: {
    sure: phrases("miktar, adet, satış adedi, satış miktarı, satılan adet, sipariş adedi, satılan miktar"),
    good: phrases("adedi, miktarı"),
  },
  unit_price: {
    sure: phrases(
      "birim fiyat, birim fiyatı, satış fiyatı, birim satış fiyatı, adet fiyatı, kdv dahil birim fiyat, kdv hariç birim fiyat",
    ),
    good: phrases("fiyat, fiyatı"),
  },
  discount: {
    sure: phrases("indirim, iskonto, indirim tutarı, iskonto tutarı"),
    good: phrases("indirim oranı, iskonto oranı, indirim %, iskonto %"),
  },
  amount: {
    sure: phrases(`
      tutar, toplam, toplam tutar, satış tutarı, net tutar, ciro, toplam fiyat, genel toplam, satır tutarı,
      kdv dahil tutar, kdv hariç tutar, brüt tutar, satır toplamı, net satış
    `),
    good: phrases("satış, satışlar, bedel"),
  },
  currency: { sure: phrases("para birimi, döviz, döviz cinsi, döviz kodu") },
  unit_cost: {
    sure: phrases("birim maliyet, maliyet, alış fiyatı, birim maliyeti, maliyet fiyatı, alış birim fiyatı"),
  },
  customer: {
    sure: phrases(
      "müşteri, müşteri adı, müşteri no, müşteri kodu, müşteri id, cari, cari kodu, cari adı, cari ünvanı, alıcı",
    ),
  },
  transaction: {
    sure: phrases(`
      fatura no, fatura numarası, fatura, fiş no, fiş numarası, fiş, sipariş no, sipariş numarası, sipariş id,
      sipariş, işlem no, belge no, evrak no, adisyon no, sipariş kodu
    `),
  },
  store: { sure: phrases("mağaza, şube, depo, mağaza kodu, şube kodu, mağaza no, şube no, mağaza id, bayi") },
  store_name: { sure: phrases("mağaza adı, şube adı, mağaza ismi, depo adı"), good: phrases("mağaza, şube") },
  current_stock: {
    sure: phrases(`
      stok, mevcut stok, stok miktarı, stok adedi, kalan stok, eldeki miktar, mevcut, kalan miktar, depo miktarı,
      fiili stok, güncel stok
    `),
    good: phrases("kalan, bakiye"),
  },
  last_updated: {
    sure: phrases("son güncelleme, güncelleme tarihi, stok tarihi, sayım tarihi, son güncelleme tarihi"),
  },
};
/** Words that make a Turkish column something else. */
export const TURKISH_BLOCKING = {
  money: phrases(
    "indirim, iskonto, kdv tutarı, kdv oranı, vergi, kargo, kar, maliyet, alış, liste, oranı, komisyon, adedi, miktarı",
  ),
  quantity: phrases("minimum, asgari, iade, fiyat, fiyatı, tutar, tutarı, stok, kalan"),
  date: phrases("teslim, teslimat, kargo, doğum, vade, son kullanma, iade, stok, sayım, güncelleme"),
  cost: phrases("kargo, toplam, satış"),
  name: phrases("müşteri, mağaza, şube, kategori, tedarikçi, cari, kodu, no, miktarı, tarihi"),
  stock: phrases("minimum, asgari, kritik, kodu, adı, tarihi, tutarı, değeri, grubu"),
};
