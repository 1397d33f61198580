with per as (
  select if(getvariable('by') = 'category', coalesce(category, '(no category)'), product_id) as key,
    if(getvariable('by') = 'category', key, any_value(name)) as product,
    sum(amount) as money, sum(amount) filter (where cost is not null) as covered, sum(quantity * cost) as spent
  from asked group by key
)
select row_number() over (order by covered - spent desc nulls last, money desc, product, key) as rank, product, money as revenue,
  spent as cost, covered - spent as profit,
  if(covered > 0, 100 * (covered - spent)::double / covered::double, null) as margin_percent,
  if(money > 0, greatest(0, least(1, coalesce(covered, 0)::double / money::double)), null) as cost_coverage,
  covered as covered_revenue
from per order by rank
