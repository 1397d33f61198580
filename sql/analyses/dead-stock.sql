-- What money is stuck on the shelf?
-- Grain: one row per product in stock that never sold or last sold more than `$days_threshold` days before the newest sale.
-- Without an inventory: products without a sale for that long.
with
span as (
  select max(sold_at)::date as as_of from sales
),
stock as (
  select product_id::varchar as product_id, sum(current_stock) as current_stock
  from inventory
  group by 1
),
last_sale as (
  select product_id, (max(sold_at) filter (where quantity > 0))::date as last_sold_on
  from sales
  group by 1
),
joined as (
  select
    coalesce(stock.product_id, last_sale.product_id::varchar) as product_id,
    stock.current_stock,
    last_sale.last_sold_on,
    span.as_of - last_sale.last_sold_on as days_since_sale
  from stock
  full join last_sale on last_sale.product_id::varchar = stock.product_id
  cross join span
  where span.as_of is not null
    and (stock.current_stock > 0 or (not exists (from stock) and last_sale.last_sold_on is not null))
),
dead as (
  select
    j.*,
    coalesce(c.product_name, j.product_id) as product,
    c.category,
    c.unit_cost,
    j.current_stock * c.unit_cost as stock_value
  from joined j
  left join catalogue c on c.product_id = j.product_id
  where j.days_since_sale is null or j.days_since_sale > $days_threshold
)
select
  product::varchar as product,
  category::varchar as category,
  days_since_sale::bigint as days_since_sale,
  last_sold_on::date as last_sold_on,
  current_stock::decimal(38, 3) as current_stock,
  unit_cost::decimal(18, 4) as unit_cost,
  stock_value::decimal(38, 4) as stock_value,
  (case
    when days_since_sale is null then 'never sold'
    when days_since_sale > 365 then 'over 365'
    when days_since_sale > 180 then '181-365'
    when days_since_sale > 90 then '91-180'
    else 'up to 90'
  end)::varchar as age_band,
  product_id::varchar as product_id
from dead
order by stock_value desc nulls last, days_since_sale desc nulls first, current_stock desc nulls last, product, product_id
