import {
  categoryOf,
  DAY,
  dayNumber,
  groupBy,
  type Line,
  nameOf,
  spanOf,
  sum,
  unique,
  type WholeShop,
} from "./whole-shop";

const dayOf = (line: Line) => dayNumber(line.sold_at.slice(0, 10));

/** METRICS: returns by product id. */
export function returns(shop: WholeShop) {
  const isReturn = (line: Line) => line.quantity < 0 || line.amount < 0;
  return new Map(
    [...groupBy(shop.sales, (line) => line.product_id)].flatMap(([id, lines]) => {
      const back = lines.filter(isReturn);
      if (back.length === 0) return [];
      const sold = sum(lines.filter((line) => !isReturn(line)).map((line) => line.amount));
      const returned = -sum(back.map((line) => line.amount)) || 0;
      const row = {
        product: nameOf(shop, id),
        category: categoryOf(shop, id),
        returned_amount: returned,
        returned_quantity: -sum(back.filter((line) => line.quantity < 0).map((line) => line.quantity)) || 0,
        return_lines: back.length,
        sold_amount: sold,
        sold_quantity: sum(lines.filter((line) => line.quantity > 0).map((line) => line.quantity)),
        returned_share: sold > 0 ? returned / sold : null,
      };
      return [[id, row] as const];
    }),
  );
}

/** METRICS: days of the week, Monday first, of all the data. */
export function weekdays(shop: WholeShop, metric: "revenue" | "quantity" | "orders") {
  const span = spanOf(shop.sales);
  if (!span) return [];
  const weekdayOf = (day: number) => (new Date(day * DAY).getUTCDay() + 6) % 7;
  const orders = [
    ...groupBy(
      shop.sales.filter((line) => line.transaction_id),
      (line) => line.transaction_id ?? "",
    ).values(),
  ].map((lines) => Math.min(...lines.map(dayOf)));
  const measureOf = (weekday: number) => {
    if (metric === "orders") return orders.filter((day) => weekdayOf(day) === weekday).length;
    const lines = shop.sales.filter((line) => weekdayOf(dayOf(line)) === weekday);
    return sum(lines.map((line) => (metric === "revenue" ? line.amount : line.quantity)));
  };
  const all = Array.from({ length: span.last - span.first + 1 }, (_, at) => weekdayOf(span.first + at));
  const names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
  return names.flatMap((name, weekday) => {
    const days = all.filter((each) => each === weekday).length;
    return days === 0 ? [] : [{ weekday: name, value: measureOf(weekday), days }];
  });
}

const Z: Readonly<Record<string, number>> = { "90": 1.2816, "95": 1.6449, "98": 2.0537, "99": 2.3263 };

/** METRICS: reorder point, by product id; only what has reached it where there is a stock list. */
export function reorder(
  shop: WholeShop,
  params: { lead_time_days: number; cover_days: number; service_level: string; window_days: number },
) {
  const span = spanOf(shop.sales);
  if (!span) return new Map<string, never>();
  const observed = Math.min(params.window_days, span.last - span.first + 1);
  const lines = shop.sales.filter((line) => line.quantity > 0 && dayOf(line) > span.last - params.window_days);
  const round = (value: number) => Math.round(value * 1e6) / 1e6;
  return new Map(
    unique(lines.map((line) => line.product_id)).flatMap((id) => {
      const own = lines.filter((line) => line.product_id === id);
      const demand = Array.from({ length: observed }, (_, back) =>
        sum(own.filter((line) => dayOf(line) === span.last - back).map((line) => line.quantity)),
      );
      const rate = sum(demand) / observed;
      const sd = Math.sqrt(sum(demand.map((units) => (units - rate) ** 2)) / observed);
      const safety = (Z[params.service_level] ?? 0) * sd * Math.sqrt(params.lead_time_days);
      const point = rate * params.lead_time_days + safety;
      const listed = shop.inventory.filter((line) => line.product_id === id);
      const stock = listed.length > 0 ? sum(listed.map((line) => line.current_stock)) : null;
      if (shop.inventory.length > 0 && (stock === null || stock > round(point))) return [];
      const order = stock === null ? null : Math.ceil(round(point + rate * params.cover_days - Math.max(stock, 0)));
      const row = {
        current_stock: stock,
        days_of_cover: stock === null ? null : Math.max(stock, 0) / rate,
        daily_rate: rate,
        demand_sd: sd,
        safety_stock: safety,
        reorder_point: point,
        order_quantity: order === null ? null : Math.max(order, 0),
      };
      return [[id, row] as const];
    }),
  );
}
