/** Lakeside Grocers as its till and its stock list export it, CSV text; always the same bytes. */
export function sampleShop(): { sales: string; stock: string };
