import type { SaleLine, Shop } from "../relations";

interface Bill {
  day: string;
  hour: string;
  customer: string;
  tea: readonly [quantity: number, amount: number];
  rice: boolean;
}

const bill = (day: string, hour: string, customer: string, tea: Bill["tea"], rice = true): Bill => ({
  day: `2026-${day}`,
  hour,
  customer,
  tea,
  rice,
});

/** Thursday, four Mondays at 9, two at 10, a Tuesday; 1 January to 30 June are 181 days, six complete months. */
const BILLS: readonly Bill[] = [
  bill("01-01", "09", "c1", [10, 100]),
  bill("02-02", "09", "c1", [10, 100]),
  bill("03-02", "09", "c2", [10, 100]),
  bill("04-06", "09", "c2", [10, 100]),
  bill("05-04", "10", "c1", [40, 400]),
  bill("06-01", "10", "c1", [20, 240]),
  bill("06-30", "12", "c1", [-2, -20], false),
];

const linesOf = ({ day, hour, customer, tea, rice }: Bill): SaleLine[] => {
  const sold = { sold_at: `${day} ${hour}:15:00`, customer_id: customer, transaction_id: day };
  const ofTea = { product_id: "T", product_name: "Tea", category: "Drinks", unit_cost: 6 };
  const ofRice = { product_id: "R", product_name: "Rice", quantity: 4, amount: 10 };
  const lines: SaleLine[] = [{ ...sold, ...ofTea, quantity: tea[0], amount: tea[1] }];
  return rice ? [...lines, { ...sold, ...ofRice }] : lines;
};

/** So small that every answer can be worked out on paper: Tea, whose cost the till knows, Rice, listed, and Salt, never sold. */
export const CORNER_SHOP: Shop = {
  sales: BILLS.flatMap(linesOf),
  products: [{ product_id: "R", product_name: "Rice", category: "Food", unit_cost: 2 }],
  inventory: [
    { product_id: "T", product_name: "Tea", current_stock: 40 },
    { product_id: "R", product_name: "Rice", current_stock: 6 },
    { product_id: "S", product_name: "Salt", category: "Food", current_stock: 4, unit_cost: "1.5" },
  ],
};

/** 100, 200, ... 1,300 a month: January 2025 to January 2026. */
export const LINE_OF_MONTHS: Shop = {
  sales: Array.from({ length: 13 }, (_, at) => {
    const month = new Date(Date.UTC(2025, at, 1)).toISOString().slice(0, 7);
    return [
      { sold_at: `${month}-01`, product_id: "T", amount: 100 * (at + 1) },
      {
        sold_at: `${month}-31`.replace(/(02)-31/, "$1-28").replace(/(04|06|09|11)-31/, "$1-30"),
        product_id: "T",
        amount: 0,
      },
    ];
  }).flat(),
};

/** One column of one ordinary table. */
export const ONE_PROFILE = `
insert into profiles by name
select 'a.csv' as data_set, 0 as data_set_position, 4 as lines, 1 as position, 'Price' as column_name, 'number' as type,
  3 as filled, 1 as empty, 2 as distinct_values, true as distinct_is_exact, '1' as minimum, '4' as maximum,
  2 as mean, '1 (2), 4 (1)' as top_values, '2 0 0 0 0 0 0 0 0 1' as histogram`;
