-- What earns?
-- Grain: one row per product (or category). Only lines with a known cost enter cost, profit and margin.
with
by_product as (
  select
    product_id,
    category,
    sum(amount) as revenue,
    sum(amount) filter (where unit_cost is not null) as amount_costed,
    sum(quantity * unit_cost) as cost_of_lines,
    sum(amount) filter (where unit_cost is null) as amount_uncosted,
    sum(quantity) filter (where unit_cost is null) as quantity_uncosted
  from sales
  group by 1, 2
),
costed as (
  select
    case
      when $by = 'category' then coalesce(b.category::varchar, c.category, '(no category)')
      else b.product_id::varchar
    end as key,
    case
      when $by = 'category' then coalesce(b.category::varchar, c.category, '(no category)')
      else coalesce(c.product_name, b.product_id::varchar)
    end as product,
    b.revenue,
    case
      when b.amount_costed is not null or (c.unit_cost is not null and b.amount_uncosted is not null)
        then coalesce(b.amount_costed, 0) + case when c.unit_cost is not null then coalesce(b.amount_uncosted, 0) else 0 end
    end as covered,
    case
      when b.amount_costed is not null or (c.unit_cost is not null and b.amount_uncosted is not null)
        then coalesce(b.cost_of_lines, 0) + coalesce(b.quantity_uncosted * c.unit_cost, 0)
    end as cost
  from by_product b
  left join catalogue c on c.product_id = b.product_id::varchar
),
earned as (
  select key, product, sum(revenue) as revenue, sum(covered) as covered, sum(cost) as cost, sum(covered) - sum(cost) as profit
  from costed
  group by 1, 2
),
ranked as (
  select row_number() over (order by profit desc nulls last, revenue desc, product, key) as rank, *
  from earned
)
select
  rank::bigint as rank,
  product::varchar as product,
  revenue::decimal(38, 4) as revenue,
  cost::decimal(38, 4) as cost,
  profit::decimal(38, 4) as profit,
  (case when covered > 0 then 100 * profit::double / covered::double end)::double as margin_percent,
  (case when revenue <> 0 then coalesce(covered, 0)::double / revenue::double end)::double as cost_coverage,
  covered::decimal(38, 4) as covered_revenue
from ranked
order by rank
