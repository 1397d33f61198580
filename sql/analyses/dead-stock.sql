-- What money is stuck on the shelf?
-- Grain: one row per product in stock that never sold or last sold more than `$days_threshold` days before the newest sale.
-- Without an inventory: per product without a sale for that long. Stock is valued at the listed cost, else at the mean
-- cost of the lines sold.
with
span as (
  select max(sold_at)::date as as_of from sales having count(*) > 0
),
stock as (
  select product_id::varchar as product_id, sum(current_stock) as current_stock
  from inventory
  group by 1
),
sold as (
  select product_id, last_sold_on, average_cost
  from product_sales
  where last_sold_on is not null
),
candidates as (
  select
    product_id,
    stock.current_stock,
    sold.last_sold_on,
    span.as_of - sold.last_sold_on as days_since_sale,
    sold.average_cost
  from stock
  full join sold using (product_id)
  cross join span
  where stock.current_stock > 0 or not exists (from inventory)
),
dead as (
  select
    d.*,
    coalesce(c.product_name, d.product_id) as product,
    c.category,
    coalesce(c.unit_cost, d.average_cost)::decimal(18, 4) as unit_cost
  from candidates d
  left join catalogue c using (product_id)
  where d.days_since_sale is null or d.days_since_sale > $days_threshold
),
valued as (
  select *, current_stock::decimal(19, 3) * unit_cost as stock_value
  from dead
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
from valued
order by stock_value desc nulls last, days_since_sale desc nulls first, current_stock desc nulls last, product, product_id
