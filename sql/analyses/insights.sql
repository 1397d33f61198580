-- What needs a decision?
-- Grain: one row per fact-bearing thing: the shop, each of its last 15 complete months, each category in stock, each product
-- that a rule could be about. Facts, not verdicts: lib/insights judges them. Every measure is defined as in the analysis of
-- that name; classes A, B and C end at 80% and 95% of the revenue.
-- Left out are products on which no rule can fire at any threshold it allows.
with
span as (
  select
    min(sold_at)::date as first_day,
    max(sold_at)::date as as_of,
    max(sold_at)::date - $rate_over_days::bigint::integer as day_before_window,
    least($rate_over_days::bigint, max(sold_at)::date - min(sold_at)::date + 1) as days_observed
  from sales
  having count(*) > 0
),
history as (
  select count(*) as complete_months from complete_months
),
sold_lately as (
  select
    product_id::varchar as product_id,
    count(*) filter (where quantity > 0) as window_lines,
    sum(quantity) filter (where quantity > 0) as units_sold,
    sum(amount) as window_revenue
  from sales, span
  where sold_at::date > day_before_window
  group by sales.product_id
),
selling as (
  select *
  from product_sales
  left join sold_lately using (product_id)
  left join latest_months using (product_id)
),
stock as (
  select product_id::varchar as product_id, sum(current_stock) as current_stock
  from inventory
  group by 1
),
seen as (
  select
    *,
    if(stock.current_stock < 0, 0, stock.current_stock) as on_shelf,
    coalesce(selling.units_sold, 0) as units_sold_or_0,
    coalesce(units_sold_or_0, 0)::double / span.days_observed as daily_rate,
    span.as_of - selling.last_sold_on as days_since_sale
  from selling
  full join stock using (product_id)
  cross join span
  cross join history
),
measured as (
  select
    s.* replace (coalesce(s.sale_lines, 0) as sale_lines, coalesce(s.window_lines, 0) as window_lines),
    coalesce(c.product_name, s.product_id) as product,
    coalesce(c.category, '(no category)') as category,
    coalesce(c.unit_cost, s.average_cost)::decimal(18, 4) as unit_cost,
    s.current_stock::decimal(19, 3) * coalesce(c.unit_cost, s.average_cost)::decimal(18, 4) as stock_value,
    s.on_shelf::decimal(19, 3) * coalesce(c.unit_cost, s.average_cost)::decimal(18, 4) as shelf_value,
    s.on_shelf::double / nullif(s.daily_rate, 0) as days_of_cover,
    365 * s.daily_rate / nullif(s.on_shelf, 0)::double as turnover_rate,
    coalesce(s.gross_revenue, 0) - s.revenue as returned_amount,
    (coalesce(s.gross_revenue, 0) - s.revenue)::double / nullif(s.gross_revenue, 0)::double as returned_share,
    if(c.unit_cost is not null, s.revenue, s.costed_amount) as covered_revenue,
    if(
      c.unit_cost is not null,
      coalesce(s.costed_cost, 0) + (s.quantity - coalesce(s.costed_quantity, 0)) * c.unit_cost,
      s.costed_cost
    ) as cost
  from seen s
  left join catalogue c using (product_id)
),
earned as (
  select
    *,
    covered_revenue - cost as profit,
    if(covered_revenue > 0, 100 * (covered_revenue - cost)::double / covered_revenue::double, null) as margin_percent,
    if(revenue > 0, greatest(0, least(1, coalesce(covered_revenue, 0)::double / revenue::double)), null) as cost_coverage,
    current_stock > 0 and (days_since_sale is null or days_since_sale > $dead_after_days::bigint) as is_dead
  from measured
),
ranked as (
  select
    *,
    row_number() over (order by quantity desc nulls last, revenue desc nulls last, product, product_id) as quantity_rank,
    sum(revenue) over largest_first - revenue as revenue_above,
    sum(revenue) over () as total,
    if(is_dead, row_number() over (
      partition by is_dead
      order by stock_value desc nulls last, days_since_sale desc nulls first, current_stock desc, product, product_id
    ), null) as dead_rank
  from earned
  window largest_first as (
    order by revenue desc nulls last, quantity desc, product, product_id
    rows between unbounded preceding and current row
  )
),
classed as (
  select
    *,
    revenue::double / nullif(total, 0)::double as revenue_share,
    case
      when revenue is null or revenue <= 0 then 'C'
      when revenue_above < total * 0.8::decimal(9, 6) then 'A'
      when revenue_above < total * 0.95::decimal(9, 6) then 'B'
      else 'C'
    end as abc_class
  from ranked
),
shop as (
  select
    sum(sale_lines) as sale_lines,
    sum(quantity) as quantity,
    sum(revenue) as revenue,
    sum(returned_amount) as returned_amount,
    sum(returned_amount)::double / nullif(sum(gross_revenue), 0)::double as returned_share,
    sum(covered_revenue) as covered_revenue,
    sum(profit) as profit,
    if(sum(covered_revenue) > 0, 100 * sum(profit)::double / sum(covered_revenue)::double, null) as margin_percent,
    if(sum(revenue) > 0, greatest(0, least(1, coalesce(sum(covered_revenue), 0)::double / sum(revenue)::double)), null) as cost_coverage,
    sum(shelf_value) as stock_value,
    sum(shelf_value) filter (where abc_class = 'C') as c_stock_value,
    count(*) filter (where abc_class = 'C' and shelf_value > 0) as c_products,
    count(shelf_value)::double / nullif(count(on_shelf), 0) as stock_cost_known,
    count(revenue) as products,
    count(*) filter (where abc_class = 'A') as a_products,
    sum(revenue) filter (where abc_class = 'A') as a_revenue,
    count(margin_percent) as margin_products,
    quantile_cont(revenue::double, 0.5) as median_revenue,
    quantile_cont(quantity::double, 0.5) as median_quantity,
    quantile_cont(quantity::double, 0.75) as upper_quantity,
    quantile_cont(margin_percent, 0.75) as upper_margin,
    quantile_cont(stock_value::double, 0.5) filter (where stock_value > 0) as median_stock_value,
    count(*) filter (where dead_rank > 10) as dead_rest_products,
    sum(stock_value) filter (where dead_rank > 10) as dead_rest_value,
    sum(sale_lines) filter (where dead_rank > 10) as dead_rest_lines,
    min(days_since_sale) filter (where dead_rank > 10) as dead_rest_days,
    count(stock_value) filter (where dead_rank > 10) as dead_rest_valued
  from classed
),
categories as (
  select
    category,
    sum(sale_lines) as sale_lines,
    sum(current_stock) as current_stock,
    sum(units_sold_or_0) as units_sold,
    sum(shelf_value) as stock_value,
    count(shelf_value)::double / count(on_shelf) as stock_cost_known,
    sum(units_sold_or_0)::double / nullif(sum(units_sold_or_0) + sum(on_shelf), 0)::double as sell_through
  from classed
  where current_stock is not null
  group by category
),
seasonal as (
  select product_id, score as season_score, next_peak_on, peak_index
  from coming_seasons
  cross join span
  where score >= 0.3 and next_peak_on - as_of <= 120
),
kept_products as (
  select
    p.*,
    seasonal.season_score,
    seasonal.next_peak_on,
    seasonal.peak_index
  from classed p
  cross join shop
  left join seasonal using (product_id)
  where p.dead_rank <= 10
    or seasonal.season_score is not null
    or (p.complete_months >= 6 and p.revenue >= shop.median_revenue and p.before_3 > 0
      and coalesce(p.month_1, 0) + coalesce(p.month_2, 0) + coalesce(p.month_3, 0) <= 0.8 * p.before_3)
    or (p.days_of_cover > 120 and p.stock_value >= shop.median_stock_value)
    or (p.current_stock <= 0 and p.units_sold > 0)
    or p.revenue_share > 0.1
    or (p.returned_share >= 0.08 and p.returned_share >= 2 * shop.returned_share)
    or (p.current_stock > 0 and p.days_of_cover < $lead_time_days::bigint)
    or (p.complete_months >= 4 and p.quantity_rank <= 50 and p.month_1 > p.month_2 and p.month_2 > p.month_3 and p.month_3 > coalesce(p.month_4, 0))
    or (p.margin_percent >= shop.upper_margin and p.quantity < shop.median_quantity)
    or (p.quantity >= shop.upper_quantity and p.margin_percent < greatest(15, shop.margin_percent / 2))
    or p.margin_percent < 0
),
shop_months as (
  select month, m.months_ago, coalesce(sum(revenue), 0) as revenue
  from complete_months m
  left join product_months using (month)
  where m.months_ago < 15
  group by all
),
facts as (
  select
    2 as position, 'product' as scope, product_id, product, category, sale_lines, quantity, revenue, returned_amount,
    returned_share, covered_revenue, profit, margin_percent, cost_coverage, current_stock, unit_cost, stock_value,
    units_sold, window_lines, window_revenue, daily_rate, days_of_cover, turnover_rate, last_sold_on, days_since_sale,
    dead_rank, quantity_rank, revenue_share, abc_class, complete_months,
    if(complete_months >= 4, coalesce(month_1, 0), null) as month_1,
    if(complete_months >= 4, coalesce(month_2, 0), null) as month_2,
    if(complete_months >= 4, coalesce(month_3, 0), null) as month_3,
    if(complete_months >= 4, coalesce(month_4, 0), null) as month_4,
    if(complete_months >= 6, coalesce(month_1, 0) + coalesce(month_2, 0) + coalesce(month_3, 0), null) as revenue_last_3,
    if(complete_months >= 6, coalesce(before_3, 0), null) as revenue_before_3,
    if(complete_months >= 15, coalesce(year_ago_3, 0), null) as revenue_year_ago_3,
    coalesce(squares_1, 0) as squares_1,
    coalesce(squares_4, 0) as squares_4,
    coalesce(squares_last_3, 0) as squares_last_3,
    coalesce(squares_before_3, 0) as squares_before_3,
    coalesce(squares_year_ago_3, 0) as squares_year_ago_3,
    season_score, next_peak_on, peak_index,
    if(complete_months > 0, complete_revenue / complete_months, null) as average_month
  from kept_products
  union all by name
  select 1 as position, 'shop' as scope, shop.*, span.*, history.* from shop, span, history
  union all by name
  select 3 as position, 'category' as scope, * from categories
  union all by name
  select 4 as position, 'month' as scope, * from shop_months
)
select
  scope::varchar as scope,
  product::varchar as product,
  category::varchar as category,
  month::date as month,
  revenue::decimal(38, 4) as revenue,
  quantity::decimal(38, 3) as quantity,
  sale_lines::bigint as sale_lines,
  revenue_share::double as revenue_share,
  abc_class::varchar as abc_class,
  quantity_rank::bigint as quantity_rank,
  month_1::decimal(38, 4) as month_1,
  month_2::decimal(38, 4) as month_2,
  month_3::decimal(38, 4) as month_3,
  month_4::decimal(38, 4) as month_4,
  revenue_last_3::decimal(38, 4) as revenue_last_3,
  revenue_before_3::decimal(38, 4) as revenue_before_3,
  revenue_year_ago_3::decimal(38, 4) as revenue_year_ago_3,
  average_month::double as average_month,
  current_stock::decimal(38, 3) as current_stock,
  unit_cost::decimal(18, 4) as unit_cost,
  stock_value::decimal(38, 4) as stock_value,
  units_sold::decimal(38, 3) as units_sold,
  daily_rate::double as daily_rate,
  days_of_cover::double as days_of_cover,
  turnover_rate::double as turnover_rate,
  sell_through::double as sell_through,
  window_revenue::decimal(38, 4) as window_revenue,
  window_lines::bigint as window_lines,
  last_sold_on::date as last_sold_on,
  days_since_sale::bigint as days_since_sale,
  dead_rank::bigint as dead_rank,
  returned_amount::decimal(38, 4) as returned_amount,
  returned_share::double as returned_share,
  profit::decimal(38, 4) as profit,
  margin_percent::double as margin_percent,
  cost_coverage::double as cost_coverage,
  covered_revenue::decimal(38, 4) as covered_revenue,
  season_score::double as season_score,
  next_peak_on::date as next_peak_on,
  peak_index::double as peak_index,
  complete_months::bigint as complete_months,
  days_observed::bigint as days_observed,
  first_day::date as first_day,
  as_of::date as as_of,
  products::bigint as products,
  a_products::bigint as a_products,
  a_revenue::decimal(38, 4) as a_revenue,
  c_products::bigint as c_products,
  c_stock_value::decimal(38, 4) as c_stock_value,
  stock_cost_known::double as stock_cost_known,
  margin_products::bigint as margin_products,
  median_revenue::double as median_revenue,
  median_quantity::double as median_quantity,
  upper_quantity::double as upper_quantity,
  upper_margin::double as upper_margin,
  median_stock_value::double as median_stock_value,
  dead_rest_products::bigint as dead_rest_products,
  dead_rest_value::decimal(38, 4) as dead_rest_value,
  dead_rest_valued::bigint as dead_rest_valued,
  dead_rest_lines::bigint as dead_rest_lines,
  dead_rest_days::bigint as dead_rest_days,
  squares_1::double as squares_1,
  squares_4::double as squares_4,
  squares_last_3::double as squares_last_3,
  squares_before_3::double as squares_before_3,
  squares_year_ago_3::double as squares_year_ago_3,
  product_id::varchar as product_id
from facts
order by position, months_ago, revenue desc nulls last, stock_value desc nulls last, product, category, product_id
