-- How fast does stock turn?
-- Grain: one row per product in stock or sold in the window; without an inventory, per product ever sold.
-- Of all stores together or of one.
-- The window is the `$window_days` days that end with the newest sale's day. One stock list stands for the average stock.
with
span as (
  select
    max(sold_at)::date as as_of,
    max(sold_at)::date - $window_days::integer as day_before_window,
    least($window_days, max(sold_at)::date - min(sold_at)::date + 1) as days_observed,
    count(*) > 0 and ($store = 'all' or count(store) > 0) as knows_sales
  from sales
),
stock as (
  select product_id::varchar as product_id, sum(current_stock) as current_stock
  from inventory
  where $store = 'all' or store::varchar = $store
  group by 1
),
lines as (
  select product_id, sold_at, quantity, amount, unit_cost, sold_at::date > span.day_before_window as in_window
  from sales, span
  where $store = 'all' or store::varchar = $store
),
sold as (
  select
    product_id::varchar as product_id,
    (max(sold_at) filter (where quantity > 0))::date as last_sold_on,
    coalesce(sum(quantity) filter (where in_window and quantity > 0), 0) as units_sold,
    sum(amount) filter (where in_window and unit_cost is not null) as costed_amount,
    sum(quantity::decimal(19, 3) * unit_cost) filter (where in_window) as costed_cost,
    sum(amount) filter (where in_window and unit_cost is null) as uncosted_amount,
    sum(quantity) filter (where in_window and unit_cost is null) as uncosted_quantity,
    sum(quantity::decimal(19, 3) * unit_cost) filter (where quantity > 0)
      / sum(quantity) filter (where quantity > 0 and unit_cost is not null) as average_cost
  from lines
  group by product_id
),
joined as (
  select
    product_id,
    stock.current_stock,
    if(stock.current_stock < 0, 0, stock.current_stock) as on_shelf,
    case when span.knows_sales then coalesce(sold.units_sold, 0) end as units_sold,
    span.days_observed,
    span.as_of - sold.last_sold_on as days_since_sale,
    sold.costed_amount,
    sold.costed_amount - sold.costed_cost as costed_profit,
    sold.uncosted_amount,
    sold.uncosted_quantity,
    sold.average_cost
  from stock
  full join sold using (product_id)
  cross join span
  where stock.product_id is not null or sold.units_sold > 0 or not exists (from inventory)
),
measured as (
  select
    j.*,
    coalesce(c.product_name, j.product_id) as product,
    c.category,
    coalesce(c.unit_cost, j.average_cost) as unit_cost,
    case
      when j.uncosted_amount is null or c.unit_cost is null then j.costed_profit
      else coalesce(j.costed_profit, 0) + j.uncosted_amount - j.uncosted_quantity * c.unit_cost
    end as gross_profit,
    coalesce(j.costed_amount, 0) + if(c.unit_cost is null, 0, coalesce(j.uncosted_amount, 0)) as covered_revenue,
    j.units_sold::double / j.days_observed as daily_rate
  from joined j
  left join catalogue c using (product_id)
),
turned as (
  select
    *,
    on_shelf::double / nullif(daily_rate, 0) as days_of_cover,
    365 * daily_rate / nullif(on_shelf, 0)::double as turnover_rate,
    365 * gross_profit::double / days_observed / nullif(on_shelf::decimal(19, 3) * unit_cost, 0)::double as gmroi
  from measured
)
select
  product::varchar as product,
  category::varchar as category,
  current_stock::decimal(38, 3) as current_stock,
  units_sold::decimal(38, 3) as units_sold,
  daily_rate::double as daily_rate,
  days_of_cover::double as days_of_cover,
  turnover_rate::double as turnover_rate,
  (365 / nullif(turnover_rate, 0))::double as average_days_in_stock,
  (units_sold::double / nullif(units_sold + on_shelf, 0)::double)::double as sell_through,
  gmroi::double as gmroi,
  (case when covered_revenue > 0 then 100 * gross_profit::double / covered_revenue::double end)::double as margin_percent,
  (case
    when current_stock is null or units_sold is null then null
    when units_sold = 0 then 'none'
    when on_shelf = 0 or turnover_rate >= $high_turns then 'high'
    when turnover_rate >= $medium_turns then 'medium'
    else 'low'
  end)::varchar as velocity,
  days_since_sale::bigint as days_since_sale,
  product_id::varchar as product_id
from turned
order by turnover_rate desc nulls last, units_sold desc nulls last, product, product_id
