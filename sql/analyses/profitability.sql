-- What earns?
-- Grain: one row per product (or category). Only lines with a known cost enter cost, profit and margin.
with
asked as (
  select
    try_cast(if(length($period) = 7, $period || '-01', split_part($period, '..', 1)) as date) as from_day,
    if(length($period) = 7, last_day(try_cast($period || '-01' as date)), try_cast(split_part($period, '..', 2) as date)) as to_day
),
by_product as (
  select
    product_id,
    category,
    sum(amount) as revenue,
    sum(amount) filter (where unit_cost is not null) as costed_amount,
    sum(quantity::decimal(19, 3) * unit_cost) as costed_cost,
    sum(amount) filter (where unit_cost is null) as uncosted_amount,
    sum(quantity) filter (where unit_cost is null) as uncosted_quantity
  from sales, asked
  where (from_day is null or sold_at::date >= from_day)
    and (to_day is null or sold_at::date <= to_day)
  group by 1, 2
),
named as (
  select
    b.*,
    if($by = 'category', coalesce(b.category::varchar, c.category, '(no category)'), b.product_id::varchar) as key,
    if($by = 'category', key, coalesce(c.product_name, key)) as product,
    b.uncosted_quantity * c.unit_cost as listed_cost,
    if(c.unit_cost is not null, b.uncosted_amount, null) as listed_amount
  from by_product b
  left join catalogue c on c.product_id = b.product_id::varchar
),
earned as (
  select
    key,
    product,
    sum(revenue) as revenue,
    if(count(costed_amount) + count(listed_amount) > 0, coalesce(sum(costed_amount), 0) + coalesce(sum(listed_amount), 0), null) as covered_revenue,
    -- rounded as it is shown, so that cost and profit are the revenue they are of
    if(count(costed_amount) + count(listed_amount) > 0, coalesce(sum(costed_cost), 0) + coalesce(sum(listed_cost), 0), null)::decimal(38, 4) as cost
  from named
  group by 1, 2
),
ranked as (
  select
    *,
    covered_revenue - cost as profit,
    row_number() over (order by profit desc nulls last, revenue desc, product, key) as rank
  from earned
)
select
  rank::bigint as rank,
  product::varchar as product,
  revenue::decimal(38, 4) as revenue,
  cost::decimal(38, 4) as cost,
  profit::decimal(38, 4) as profit,
  (if(covered_revenue > 0, 100 * profit::double / covered_revenue::double, null))::double as margin_percent,
  (if(revenue > 0, greatest(0, least(1, coalesce(covered_revenue, 0)::double / revenue::double)), null))::double as cost_coverage,
  covered_revenue::decimal(38, 4) as covered_revenue
from ranked
order by rank
