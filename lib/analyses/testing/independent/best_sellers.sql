with mine as (
  select * from asked where getvariable('category') = 'all' or category = getvariable('category')
),
per as (
  select product_id, any_value(name) as name, sum(quantity) as units, sum(amount) as money,
    nullif(count(distinct transaction_id), 0) as orders, max(if(quantity > 0, day, null)) as last_sold_on
  from mine group by 1
),
placed as (
  select *, row_number() over (
    order by if(getvariable('sort_by') = 'revenue', money::double, units::double) desc,
      if(getvariable('sort_by') = 'revenue', units::double, money::double) desc, name, product_id) as rank
  from per
)
select rank, product_id, placed.name as product_name,
  if(getvariable('category') = 'all', thing.category, getvariable('category')) as category,
  units as quantity, money as revenue, orders, last_sold_on,
  (select sum(quantity) from mine) as all_quantity, (select sum(amount) from mine) as all_revenue,
  (select count(distinct product_id) from mine) as all_products
from placed join thing using (product_id)
where rank <= getvariable('limit') order by rank
