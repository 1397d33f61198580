with window_day as (
  select unnest(range((to_day - days + 1)::timestamp, to_day::timestamp + interval 1 day, interval 1 day))::date as day from recent
),
mine as (
  from line where quantity > 0 and (getvariable('store') = 'all' or store = getvariable('store')) and day in (select day from window_day)
),
demand as (
  select p.product_id, w.day, coalesce(sum(quantity), 0)::double as units
  from (select distinct product_id from mine) p cross join window_day w left join mine using (product_id, day)
  group by all
),
rate as (select product_id, avg(units) as rate from demand group by 1),
spread as (
  select product_id, any_value(rate) as rate, sqrt(avg((units - rate) ** 2)) as sd from demand join rate using (product_id) group by 1
),
needed as (
  select spread.*, stock, if(stock < 0, 0, stock)::double as held, thing.name, thing.category, coalesce(thing.cost, mean_cost)::decimal(18, 4) as cost,
    round(map {'90': 1.2816, '95': 1.6449, '98': 2.0537, '99': 2.3263}[getvariable('service_level')]
      * sd * sqrt(getvariable('lead_time_days')), 6) as safety,
    round(rate * getvariable('lead_time_days') + map {'90': 1.2816, '95': 1.6449, '98': 2.0537, '99': 2.3263}[getvariable('service_level')]
      * sd * sqrt(getvariable('lead_time_days')), 6) as point
  from spread join thing using (product_id) left join shelf using (product_id) left join paid using (product_id)
  where stock is not null or not exists (from inventory)
),
ordered as (
  select *, greatest(0, ceil(round(point + rate * getvariable('cover_days') - held, 6))) as units
  from needed where stock is null or stock::double <= point
)
select name as product, category, stock as current_stock, held / rate as days_of_cover, rate as daily_rate, sd as demand_sd,
  safety as safety_stock, point as reorder_point,
  if(stock is null, null, units)::decimal(38, 3) as order_quantity, cost as unit_cost,
  (if(stock is null, null, units)::decimal(20, 0) * cost)::decimal(38, 4) as order_value, product_id
from ordered order by days_of_cover nulls last, daily_rate desc, product, product_id
