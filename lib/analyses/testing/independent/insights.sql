-- Left out are products on which no rule can fire at any threshold it allows.
create or replace temp macro quantile_of(sorted, q) as
  sorted[1 + floor((len(sorted) - 1) * q)::integer]
  + ((len(sorted) - 1) * q - floor((len(sorted) - 1) * q))
  * (sorted[least(len(sorted), 2 + floor((len(sorted) - 1) * q)::integer)] - sorted[1 + floor((len(sorted) - 1) * q)::integer]);

create or replace temp table shop_span as
select first_day, as_of, as_of - getvariable('rate_over_days')::integer + 1 as window_from,
  least(getvariable('rate_over_days'), as_of - first_day + 1)::integer as days,
  (select count(*) from full_month) as months
from era;

create or replace temp table fact as
with ever as (
  select product_id, count(*) as n, sum(quantity) as units, sum(amount) as money, sum(amount) filter (where not is_return) as gross,
    sum(amount) filter (where cost is not null) as covered, sum(quantity * cost) as spent, max(day) filter (where quantity > 0) as last_day
  from line group by 1
),
lately as (
  select product_id, count(*) filter (where quantity > 0) as window_lines, sum(quantity) filter (where quantity > 0) as units_sold,
    sum(amount) as window_revenue
  from line, shop_span where day >= window_from group by 1
),
back as (
  -- complete months, the newest 1
  select product_id, 1 + (select months from shop_span) - f.n as b, amount, amount::double ** 2 as square
  from line join full_month f using (month)
),
latest as (
  select product_id, sum(amount) as complete_revenue,
    sum(amount) filter (where b = 1) as m1, sum(amount) filter (where b = 2) as m2, sum(amount) filter (where b = 3) as m3,
    sum(amount) filter (where b = 4) as m4, sum(amount) filter (where b in (1, 2, 3)) as last_3,
    sum(amount) filter (where b in (4, 5, 6)) as before_3, sum(amount) filter (where b in (13, 14, 15)) as year_ago_3,
    sum(square) filter (where b = 1) as s1, sum(square) filter (where b = 4) as s4, sum(square) filter (where b in (1, 2, 3)) as s_last,
    sum(square) filter (where b in (4, 5, 6)) as s_before, sum(square) filter (where b in (13, 14, 15)) as s_year
  from back group by 1
),
held as (select product_id, sum(current_stock) as stock from inventory group by 1),
peak as (
  select product_id, i, make_date(year(as_of) + if(make_date(year(as_of), m, 1) > as_of, 0, 1), m, 1) as starts
  from season, era where i >= 1.2 qualify row_number() over (partition by product_id order by i desc, m) <= 3
),
coming as (
  select product_id, score, min(starts) as starts, first(i order by starts) as i
  from peak join season_score using (product_id), era where score >= 0.3
  group by product_id, score, as_of having min(starts) <= as_of + 120
)
select thing.product_id, thing.name, coalesce(thing.category, '(no category)') as category, coalesce(ever.n, 0) as n, units, money, gross, covered, spent,
  last_day, as_of - last_day as idle, stock, if(stock < 0, 0, stock) as on_shelf,
  coalesce(thing.cost, mean_cost)::decimal(18, 4) as unit_cost, stock * unit_cost as stock_value, on_shelf * unit_cost as shelf_value,
  coalesce(window_lines, 0) as window_lines, units_sold, window_revenue, coalesce(units_sold, 0)::double / days as rate,
  on_shelf::double / nullif(rate, 0) as cover,
  coalesce(gross, 0) - money as returned,
  returned::double / nullif(gross, 0)::double as returned_share,
  if(covered > 0, 100 * (covered - spent)::double / covered::double, null) as margin,
  coalesce(stock > 0 and coalesce(idle > getvariable('dead_after_days'), true), false) as dead,
  latest.* exclude (product_id), coming.score as season_score, coming.starts, coming.i as peak, months
from thing
left join ever using (product_id) left join lately using (product_id) left join latest using (product_id)
left join held using (product_id) left join paid using (product_id) left join coming using (product_id)
cross join shop_span
where ever.n > 0 or stock is not null;

create or replace temp table ranked_fact as
with placed as (
  select product_id,
    row_number() over (order by units desc nulls last, money desc nulls last, name, product_id) as by_units,
    row_number() over (order by money desc nulls last, units desc, name, product_id) as by_money,
    row_number() over (order by not dead, stock_value desc nulls last, idle desc nulls first, stock desc, name, product_id) as by_death
  from fact
),
above as (
  select one.product_id, coalesce(sum(money), 0) as money_above
  from placed one left join (select by_money, money from placed join fact using (product_id)) other on other.by_money < one.by_money
  group by 1
),
whole as (select sum(money) as total from fact)
select fact.*, by_units, if(dead, by_death, null) as dead_rank, money::double / nullif(total, 0)::double as share,
  case when coalesce(money, 0) <= 0 then 'C' when money_above < 0.80 * total then 'A' when money_above < 0.95 * total then 'B' else 'C' end as class
from fact join placed using (product_id) join above using (product_id), whole;

create or replace temp table whole_shop as
select sum(n) as n, sum(units) as units, sum(money) as money, sum(returned) as returned,
  sum(returned)::double / nullif(sum(gross), 0)::double as returned_share, sum(covered) as covered, sum(covered - spent) as profit,
  if(sum(covered) > 0, 100 * sum(covered - spent)::double / sum(covered)::double, null) as margin,
  if(sum(money) > 0, greatest(0, least(1, coalesce(sum(covered), 0)::double / sum(money)::double)), null) as coverage,
  sum(shelf_value) as stock_value, sum(shelf_value) filter (where class = 'C') as c_stock_value,
  count(*) filter (where class = 'C' and shelf_value > 0) as c_products, count(shelf_value)::double / nullif(count(stock), 0) as known,
  count(money) as products, count(*) filter (where class = 'A') as a_products, sum(money) filter (where class = 'A') as a_revenue,
  count(margin) as margin_products,
  quantile_of(list(money::double order by money) filter (where money is not null), 0.5) as median_revenue,
  quantile_of(list(units::double order by units) filter (where units is not null), 0.5) as median_quantity,
  quantile_of(list(units::double order by units) filter (where units is not null), 0.75) as upper_quantity,
  quantile_of(list(margin order by margin) filter (where margin is not null), 0.75) as upper_margin,
  quantile_of(list(stock_value::double order by stock_value) filter (where stock_value > 0), 0.5) as median_stock_value,
  count(*) filter (where dead_rank > 10) as rest, sum(stock_value) filter (where dead_rank > 10) as rest_value,
  count(stock_value) filter (where dead_rank > 10) as rest_valued, sum(n) filter (where dead_rank > 10) as rest_lines,
  min(idle) filter (where dead_rank > 10) as rest_days
from ranked_fact;

create or replace temp table told as
select 2 as position, 'product' as scope, null::integer as ago, product_id, f.name as product, category, n as sale_lines, units as quantity,
  f.money as revenue, returned as returned_amount, returned_share, covered as covered_revenue, covered - spent as profit,
  margin as margin_percent, if(f.money > 0, greatest(0, least(1, coalesce(covered, 0)::double / f.money::double)), null) as cost_coverage,
  stock as current_stock, unit_cost, stock_value, units_sold, window_lines, window_revenue, rate as daily_rate, cover as days_of_cover,
  365 * rate / nullif(on_shelf, 0)::double as turnover_rate, last_day as last_sold_on, idle as days_since_sale, dead_rank,
  by_units as quantity_rank, share as revenue_share, class as abc_class, months as complete_months,
  if(months < 4, null, coalesce(m1, 0)) as month_1, if(months < 4, null, coalesce(m2, 0)) as month_2,
  if(months < 4, null, coalesce(m3, 0)) as month_3, if(months < 4, null, coalesce(m4, 0)) as month_4,
  if(months < 6, null, coalesce(last_3, 0)) as revenue_last_3, if(months < 6, null, coalesce(before_3, 0)) as revenue_before_3,
  if(months < 15, null, coalesce(year_ago_3, 0)) as revenue_year_ago_3,
  coalesce(s1, 0) as squares_1, coalesce(s4, 0) as squares_4, coalesce(s_last, 0) as squares_last_3, coalesce(s_before, 0) as squares_before_3,
  coalesce(s_year, 0) as squares_year_ago_3, season_score, starts as next_peak_on, peak as peak_index,
  complete_revenue::double / nullif(months, 0) as average_month
from ranked_fact f
where dead_rank <= 10 or season_score is not null or share > 0.1 or margin < 0
  or (months >= 6 and f.money >= (select median_revenue from whole_shop) and before_3 > 0 and coalesce(last_3, 0) <= 0.8 * before_3)
  or (cover > 120 and stock_value >= (select median_stock_value from whole_shop))
  or (stock <= 0 and units_sold > 0) or (stock > 0 and cover < getvariable('lead_time_days'))
  or (returned_share >= 0.08 and returned_share >= 2 * (select returned_share from whole_shop))
  or (months >= 4 and by_units <= 50 and m1 > m2 and m2 > m3 and m3 > coalesce(m4, 0))
  or (margin >= (select upper_margin from whole_shop) and units < (select median_quantity from whole_shop))
  or (units >= (select upper_quantity from whole_shop) and margin < greatest(15, (select margin from whole_shop) / 2))
union all by name
select 1 as position, 'shop' as scope, n as sale_lines, units as quantity, money as revenue, returned as returned_amount, returned_share,
  covered as covered_revenue, profit, margin as margin_percent, coverage as cost_coverage, stock_value, c_stock_value, c_products,
  known as stock_cost_known, products, a_products, a_revenue, margin_products, median_revenue, median_quantity, upper_quantity, upper_margin,
  median_stock_value, rest as dead_rest_products, rest_value as dead_rest_value, rest_valued as dead_rest_valued, rest_lines as dead_rest_lines,
  rest_days as dead_rest_days, first_day, as_of, days as days_observed, months as complete_months
from whole_shop, shop_span
union all by name
select 3 as position, 'category' as scope, category, sum(n) as sale_lines, sum(stock) as current_stock, sum(coalesce(units_sold, 0)) as units_sold,
  sum(shelf_value) as stock_value, count(shelf_value)::double / count(*) as stock_cost_known,
  sum(coalesce(units_sold, 0))::double / nullif((sum(coalesce(units_sold, 0)) + sum(on_shelf))::double, 0) as sell_through
from ranked_fact where stock is not null group by category
union all by name
select 4 as position, 'month' as scope, months - n as ago, month, coalesce((select sum(amount) from line where line.month = full_month.month), 0) as revenue
from full_month, shop_span where months - n < 15;

select * from told order by position, ago, revenue desc nulls last, stock_value desc nulls last, product, category, product_id
