-- What must be ordered now?
-- Grain: one row per product whose stock is at or below its reorder point; without an inventory, per product sold in the
-- window. Demand is gross units a day over the `$window_days` days that end with the newest sale's day, days without a
-- sale counting 0. Reorder point = daily rate * lead time + safety stock; safety stock = z * population sd of the daily
-- demand * sqrt(lead time); z of the share of lead times that shall not run out. The order lasts the lead time and
-- `$cover_days` more, at the listed cost, else at the mean cost of the lines sold.
with
span as (
  select
    max(sold_at)::date as as_of,
    max(sold_at)::date - $window_days::integer as day_before_window,
    least($window_days, max(sold_at)::date - min(sold_at)::date + 1) as days_observed
  from sales
  having count(*) > 0
),
daily as (
  select product_id, sold_at::date as day, sum(quantity)::double as units
  from sales, span
  where sold_at::date > day_before_window
    and quantity > 0
    and ($store = 'all' or store::varchar = $store)
  group by 1, 2
),
demand as (
  select
    product_id::varchar as product_id,
    sum(units) / any_value(days_observed) as daily_rate,
    sqrt(greatest(sum(units * units) / any_value(days_observed) - daily_rate * daily_rate, 0)) as demand_sd
  from daily, span
  group by daily.product_id
),
stock as (
  select product_id::varchar as product_id, sum(current_stock) as current_stock
  from inventory
  where $store = 'all' or store::varchar = $store
  group by 1
),
needed as (
  select
    demand.*,
    stock.current_stock,
    if(stock.current_stock < 0, 0, stock.current_stock)::double as on_shelf,
    case $service_level when '90' then 1.2816 when '98' then 2.0537 when '99' then 2.3263 else 1.6449 end
      * demand_sd * sqrt($lead_time_days) as exact_safety_stock,
    round(exact_safety_stock, 6) as safety_stock, -- beyond are the errors of doubles
    round(daily_rate * $lead_time_days + exact_safety_stock, 6) as reorder_point,
    ceil(round(reorder_point + daily_rate * $cover_days - on_shelf, 6)) as units_short,
    if(units_short < 0, 0, units_short) as order_quantity
  from demand
  left join stock using (product_id)
  where stock.product_id is not null or not exists (from inventory)
),
due as (
  select
    needed.*,
    coalesce(c.product_name, needed.product_id) as product,
    c.category,
    coalesce(c.unit_cost, sold.average_cost)::decimal(18, 4) as unit_cost,
    on_shelf / daily_rate as days_of_cover
  from needed
  left join catalogue c using (product_id)
  left join product_sales sold using (product_id)
  where current_stock is null or current_stock::double <= reorder_point
)
select
  product::varchar as product,
  category::varchar as category,
  current_stock::decimal(38, 3) as current_stock,
  days_of_cover::double as days_of_cover,
  daily_rate::double as daily_rate,
  demand_sd::double as demand_sd,
  safety_stock::double as safety_stock,
  reorder_point::double as reorder_point,
  order_quantity::decimal(38, 3) as order_quantity,
  unit_cost::decimal(18, 4) as unit_cost,
  (order_quantity::decimal(28, 0) * unit_cost)::decimal(38, 4) as order_value,
  product_id::varchar as product_id
from due
order by days_of_cover nulls last, daily_rate desc, product, product_id
