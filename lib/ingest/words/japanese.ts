import { type Language, phrases } from "./role-words";

/** Japanese has no blanks: a name is cut by these words, the longest first, and its last word says what it is. */
export const JAPANESE: Language = {
  date: {
    sure: phrases(
      "売上日, 販売日, 注文日, 受注日, 取引日, 伝票日付, 購入日, 請求日, 売上日付, 販売日付, 計上日, 注文日時, 取引日時, 販売日時, 会計日時, 売上日時",
    ),
    good: phrases("日付, 年月日, 日時, 営業日, 取引年月日"),
  },
  time: { sure: phrases("時刻, 時間, 販売時刻, 会計時刻, 取引時刻, 注文時刻") },
  product_name: {
    sure: phrases("商品名, 商品, 品名, 製品名, 品目, 品目名, アイテム名, メニュー名, 商品名称, 部門商品名, 製品"),
    good: phrases("摘要, 品目名称, メニュー, アイテム"),
    likely: phrases("名称"),
  },
  product_id: {
    sure: phrases(
      "商品コード, 商品番号, 品番, 商品id, 製品コード, janコード, バーコード, 商品管理番号, 型番, 品目コード, janコード13, 商品cd",
    ),
    likely: phrases("コード"),
  },
  category: {
    sure: phrases(
      "カテゴリ, カテゴリー, 商品カテゴリ, 商品分類, 分類, 部門, 部門名, 商品区分, カテゴリ名, カテゴリー名, 商品カテゴリー",
    ),
    likely: phrases("区分, 種別"),
  },
  quantity: {
    sure: phrases(
      "数量, 個数, 販売数, 販売数量, 販売個数, 注文数, 売上数量, 販売点数, 受注数, 売上点数, 注文数量, 購入数, 売上個数",
    ),
    good: phrases("点数, 件数個"),
  },
  unit_price: {
    sure: phrases("単価, 販売単価, 商品単価, 売価, 販売価格, 税込単価, 税抜単価, 売上単価"),
    good: phrases("価格, 商品価格, 値段"),
  },
  discount: {
    sure: phrases("値引, 値引き, 割引, 値引額, 割引額, 値引き額, 値引金額, 割引金額, 値引き金額"),
    good: phrases("割引率, 値引率"),
  },
  amount: {
    sure: phrases(
      "金額, 売上, 売上金額, 売上高, 合計, 合計金額, 販売金額, 小計, 税込金額, 税抜金額, 純売上, 総売上, 商品合計, 売上合計, 税込売上, 税抜売上, 販売額, 売上額, 注文金額",
    ),
  },
  currency: { sure: phrases("通貨, 通貨コード") },
  unit_cost: { sure: phrases("原価, 仕入単価, 仕入価格, 原単価, 仕入原価, 商品原価, 仕入値, 原価単価") },
  customer: {
    sure: phrases(
      "顧客, 顧客名, 顧客id, 顧客コード, 顧客番号, 会員番号, 会員id, 得意先, 得意先名, 得意先コード, 取引先, 取引先名, 購入者, 注文者",
    ),
  },
  transaction: {
    sure: phrases(
      "注文番号, 伝票番号, 受注番号, 取引id, 取引番号, レシート番号, 請求書番号, 注文id, 売上番号, 会計id, 売上伝票番号, 取引no, 伝票no, レシートno, 注文no, 受注no",
    ),
  },
  store: { sure: phrases("店舗, 店舗コード, 店舗id, 店コード, 店舗番号, 支店, 倉庫, 倉庫コード") },
  store_name: { sure: phrases("店舗名, 支店名, 店名, 店舗名称, 倉庫名"), good: phrases("店舗, 支店") },
  current_stock: {
    sure: phrases("在庫, 在庫数, 在庫数量, 現在庫, 現在庫数, 現在在庫数, 在庫残数, 実在庫数, 残数, 実在庫"),
    good: phrases("残高数量, 有効在庫, 引当可能在庫"),
  },
  last_updated: { sure: phrases("最終更新日, 更新日, 更新日時, 棚卸日, 在庫日付, 最終更新日時, 在庫更新日") },
};
/** Words that make a Japanese column something else. */
export const JAPANESE_BLOCKING = {
  money: phrases("値引, 割引, 消費税, 税額, 税率, 送料, 利益, 粗利, 定価, 原価, 仕入, 手数料, ポイント, 返品, 返金"),
  quantity: phrases("返品, 発注, 入荷, 最小, 最低, 在庫, 返金"),
  date: phrases("発送, 出荷, 配送, 納品, 生年月, 返品, 返金, 支払期限, 入荷, 更新, 登録"),
  cost: phrases("送料, 合計"),
  name: phrases("顧客, 店舗, 得意先, 仕入先, 分類, カテゴリ, コード, 番号, 担当"),
  stock: phrases("最小, 最大, 安全, 金額, 日, 発注点"),
};
