import type { Shop } from "./relations";

/** 1,500 lines of 40 products over 30 months, with everything a file can hold; the same every time. */
export function madeShop(): Required<Shop> {
  let state = 7;
  const next = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  const some = <T>(value: T) => (next(5) === 0 ? null : value);
  const categories = ["Tools", "Garden", "Toys"];
  const sales = Array.from({ length: 1500 }, () => {
    const product = next(40);
    const quantity = next(12) === 0 ? -1 - next(3) : 1 + next(9);
    return {
      sold_at: `${new Date(Date.UTC(2024, 0, 1 + next(910))).toISOString().slice(0, 10)} ${10 + next(10)}:30:00`,
      product_id: `P${product}`,
      product_name: `Product ${product % 35}`,
      category: some(categories[product % 3] ?? null),
      quantity,
      amount: ((quantity * (100 + product * 37)) / 100).toFixed(2),
      unit_cost: product % 4 === 0 ? some((product * 0.31).toFixed(4)) : null,
      transaction_id: some(`T${next(600)}`),
      customer_id: some(`C${next(90)}`),
      store: some(`S${next(3)}`),
    };
  });
  const inventory = Array.from({ length: 60 }, (_, at) => ({
    product_id: `P${at % 45}`,
    current_stock: next(60) - 5,
    unit_cost: at % 3 === 0 ? "2.25" : null,
    store: `S${next(3)}`,
  }));
  return { sales, inventory, products: [{ product_id: "P1", category: "Toys", unit_cost: "1.5" }] };
}
