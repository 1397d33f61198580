-- What was sold in a period, in the one before it and in the same one a year earlier?
-- Grain: one row per period asked for, given as two days joined by '..', both included; 'all' asks for none.
-- A line without a category counts under the catalogue's category of its product. Profit is of lines with a known cost.
-- The average order is over the lines that name their order; a line is a return when its quantity or its amount is below zero.
with
asked as (
  select scope, try_cast(split_part(days, '..', 1) as date) as from_day, try_cast(split_part(days, '..', 2) as date) as to_day
  from (values ('now', $now), ('previous', $previous), ('last_year', $last_year)) as named (scope, days)
),
periods as (
  from asked where from_day is not null
),
listed_under_category as (
  select product_id from catalogue where category = $category
),
lines as (
  select scope, product_id, quantity, amount, unit_cost, transaction_id, customer_id
  from sales
  join periods on sold_at >= from_day and sold_at < to_day + interval 1 day
  where ($store = 'all' or store::varchar = $store)
    and (
      $category = 'all'
      or category::varchar = $category
      or (category is null and product_id::varchar in (from listed_under_category))
    )
),
measured as (
  select
    scope,
    sum(amount) as net_revenue,
    -sum(amount) filter (where quantity < 0 or amount < 0) as returned_amount,
    sum(quantity) as units,
    sum(quantity) filter (where quantity > 0) as units_sold,
    count(distinct transaction_id) as orders,
    sum(amount) filter (where transaction_id is not null) as ordered_revenue,
    count(distinct customer_id) as customers
  from lines
  group by scope
),
by_product as (
  select
    scope,
    product_id,
    sum(amount) filter (where unit_cost is not null) - sum(quantity::decimal(19, 3) * unit_cost) as costed_profit,
    sum(amount) filter (where unit_cost is null) as uncosted_amount,
    sum(quantity) filter (where unit_cost is null) as uncosted_quantity
  from lines
  group by scope, product_id
),
earned as (
  select
    scope,
    if(
      count(costed_profit) + count(uncosted_quantity * c.unit_cost) > 0,
      coalesce(sum(costed_profit), 0) + coalesce(sum(uncosted_amount - uncosted_quantity * c.unit_cost), 0),
      null
    ) as profit
  from by_product b
  left join catalogue c on c.product_id = b.product_id::varchar
  group by scope
)
select
  scope::varchar as scope,
  coalesce(net_revenue, 0)::decimal(38, 4) as revenue,
  coalesce(returned_amount, 0)::decimal(38, 4) as returned,
  coalesce(units, 0)::decimal(38, 3) as units,
  coalesce(units_sold, 0)::decimal(38, 3) as units_sold,
  coalesce(orders, 0)::bigint as orders,
  (ordered_revenue / nullif(orders, 0))::decimal(38, 4) as average_order_value,
  coalesce(customers, 0)::bigint as customers,
  profit::decimal(38, 4) as profit
from periods
left join measured using (scope)
left join earned using (scope)
order by from_day desc, scope
