-- How fast does stock turn?
-- Grain: one row per product in stock or sold; without an inventory, per product sold.
with
span as (
  select
    min(sold_at)::date as first_day,
    max(sold_at)::date as as_of,
    least($window_days, max(sold_at)::date - min(sold_at)::date + 1) as days_observed
  from sales
),
stock as (
  select product_id::varchar as product_id, sum(current_stock) as current_stock
  from inventory
  group by 1
),
sold as (
  select
    s.product_id,
    sum(s.quantity) filter (where s.quantity > 0 and s.sold_at > span.as_of - $window_days + interval 1 day - interval 1 microsecond) as units_sold,
    sum(s.amount) filter (where s.unit_cost is not null and s.sold_at > span.as_of - $window_days + interval 1 day - interval 1 microsecond) as amount_costed,
    sum(s.quantity * s.unit_cost) filter (where s.sold_at > span.as_of - $window_days + interval 1 day - interval 1 microsecond) as cost,
    sum(s.amount) filter (where s.unit_cost is null and s.sold_at > span.as_of - $window_days + interval 1 day - interval 1 microsecond) as amount_uncosted,
    sum(s.quantity) filter (where s.unit_cost is null and s.sold_at > span.as_of - $window_days + interval 1 day - interval 1 microsecond) as quantity_uncosted,
    (max(s.sold_at) filter (where s.quantity > 0))::date as last_sold_on
  from sales s, span
  group by s.product_id
),
joined as (
  select
    coalesce(stock.product_id, sold.product_id::varchar) as product_id,
    stock.current_stock,
    case when span.as_of is not null then coalesce(sold.units_sold, 0) end as units_sold,
    span.days_observed,
    span.as_of - sold.last_sold_on as days_since_sale,
    sold.amount_costed,
    sold.cost,
    sold.amount_uncosted,
    sold.quantity_uncosted
  from stock
  full join sold on sold.product_id::varchar = stock.product_id
  cross join span
  where stock.product_id is not null or sold.units_sold > 0 or not exists (from stock)
),
measured as (
  select
    j.product_id,
    coalesce(c.product_name, j.product_id) as product,
    c.category,
    j.current_stock,
    j.units_sold,
    j.days_since_sale,
    j.units_sold::double / j.days_observed as daily_rate,
    j.days_observed,
    c.unit_cost,
    case
      when j.amount_costed is not null or c.unit_cost is not null
        then coalesce(j.amount_costed - j.cost, 0) + coalesce(j.amount_uncosted - j.quantity_uncosted * c.unit_cost, 0)
    end as gross_profit
  from joined j
  left join catalogue c on c.product_id = j.product_id
),
turned as (
  select
    *,
    case when daily_rate > 0 then current_stock::double / daily_rate end as days_of_cover,
    case when current_stock > 0 then 365 * daily_rate / current_stock::double end as turnover_rate
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
  (case
    when units_sold + current_stock > 0 and current_stock >= 0 then units_sold::double / (units_sold + current_stock)::double
  end)::double as sell_through,
  (case
    when current_stock > 0 and unit_cost > 0
      then gross_profit::double * 365 / days_observed / (current_stock * unit_cost)::double
  end)::double as gmroi,
  (case
    when current_stock is null or units_sold is null then null
    when units_sold = 0 then 'none'
    when current_stock <= 0 or turnover_rate >= $high_turns then 'high'
    when turnover_rate >= $medium_turns then 'medium'
    else 'low'
  end)::varchar as velocity,
  days_since_sale::bigint as days_since_sale,
  product_id::varchar as product_id
from turned
order by turnover_rate desc nulls last, units_sold desc nulls last, product, product_id
