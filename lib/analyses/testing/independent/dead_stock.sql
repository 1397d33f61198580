with subject as (
  select product_id, stock from shelf where stock > 0
  union all
  select distinct product_id, null from line where quantity > 0 and not exists (from inventory)
),
newest as (select product_id, max(day) as last_day from line where quantity > 0 group by 1),
aged as (
  select subject.*, last_day, as_of - last_day as days,
    coalesce(thing.cost, mean_cost)::decimal(18, 4) as cost, thing.name, thing.category
  from subject join thing using (product_id) left join newest using (product_id) left join paid using (product_id) cross join era
)
select name as product, category, days as days_since_sale, last_day as last_sold_on, stock as current_stock,
  cost as unit_cost, stock * cost as stock_value,
  case when days is null then 'never sold' when days <= 90 then 'up to 90' when days <= 180 then '91-180'
    when days <= 365 then '181-365' else 'over 365' end as age_band,
  product_id
from aged where coalesce(days > getvariable('days_threshold'), true)
order by stock_value desc nulls last, days desc nulls first, stock desc nulls last, product, product_id
