with mine as (from line where getvariable('store') = 'all' or store = getvariable('store')),
-- the mean cost of what was sold, of the store asked for
paid_here as (
  select product_id, sum(quantity * own_cost) / sum(quantity) as mean_cost
  from mine where quantity > 0 and own_cost is not null group by 1
),
lately as (
  select product_id, sum(if(quantity > 0, quantity, 0)) as units, sum(amount - quantity * cost) as profit,
    sum(amount) filter (where cost is not null) as covered
  from mine join recent on day between from_day and to_day group by 1
),
ever as (select product_id, max(if(quantity > 0, day, null)) as last_day from mine group by 1),
subject as (
  select product_id from shelf
  union select product_id from lately where units > 0
  union select product_id from ever where not exists (from inventory)
),
knows as (select getvariable('store') = 'all' or exists (from line where store is not null) as sales),
gathered as (
  select product_id, thing.name, thing.category, stock, if(stock < 0, 0, stock)::double as held, days,
    if(knows.sales, coalesce(units, 0), null) as units, units::double / days as rate, profit::double as profit, covered::double as covered,
    coalesce(thing.cost, mean_cost)::double as cost, recent.to_day - last_day as idle
  from subject join thing using (product_id)
  left join shelf using (product_id) left join lately using (product_id) left join ever using (product_id)
  left join paid_here using (product_id)
  cross join recent cross join knows
),
turned as (
  -- where sales are known, nothing sold is a rate of 0
  select * replace (units::double / days as rate), 365 * (units::double / days) / nullif(held, 0) as turns from gathered
)
select name as product, category, stock as current_stock, units as units_sold, rate as daily_rate,
  held / nullif(rate, 0) as days_of_cover, turns as turnover_rate, 365 / nullif(turns, 0) as average_days_in_stock,
  units::double / nullif(units::double + held, 0) as sell_through,
  365 * profit / days / nullif(held * cost, 0) as gmroi,
  if(covered > 0, 100 * profit / covered, null) as margin_percent,
  case when stock is null or units is null then null when units = 0 then 'none'
    when held = 0 then 'high' when turns >= getvariable('high_turns') then 'high'
    when turns >= getvariable('medium_turns') then 'medium' else 'low' end as velocity,
  idle as days_since_sale, product_id
from turned
order by turnover_rate desc nulls last, units_sold desc nulls last, product, product_id
