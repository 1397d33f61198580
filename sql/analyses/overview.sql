-- How is the shop doing?
-- Grain: one row per scope: all the data, the last complete month, the month before, the same month last year.
-- The average order is over the lines that name their order.
-- A month is complete when the data begins on or before its first day and reaches its last.
with
span as (
  select min(sold_at)::date as first_day, max(sold_at)::date as as_of from sales having count(*) > 0
),
last_month as (
  select date_trunc('month', as_of + 1)::date - 1 as last_day from span
),
scopes as (
  select 1 as position, 'all' as scope, first_day as from_day, as_of as to_day from span
  union all
  select
    position,
    scope,
    date_trunc('month', last_day - to_months(months_ago))::date,
    last_day((last_day - to_months(months_ago))::date)
  from last_month, (values (2, 'month', 0), (3, 'previous', 1), (4, 'last_year', 12)) as compared (position, scope, months_ago)
),
complete_scopes as (
  select scopes.* from scopes, span where from_day >= first_day
),
by_month as (
  select
    date_trunc('month', sold_at::date)::date as month,
    sum(amount) as net_revenue,
    sum(amount) filter (where quantity >= 0 and amount >= 0) as gross_revenue,
    -sum(amount) filter (where quantity < 0 or amount < 0) as returned_amount,
    sum(quantity) as units,
    sum(amount) filter (where transaction_id is not null) as ordered_revenue,
    count(amount) - count(transaction_id) as lines_without_order
  from sales
  group by 1
),
added as (
  select
    position,
    coalesce(sum(net_revenue), 0) as net_revenue,
    coalesce(sum(gross_revenue), 0) as gross_revenue,
    coalesce(sum(returned_amount), 0) as returned_amount,
    coalesce(sum(units), 0) as units,
    sum(ordered_revenue) as ordered_revenue,
    coalesce(sum(lines_without_order), 0) as lines_without_order
  from complete_scopes
  left join by_month on month between date_trunc('month', from_day) and to_day
  group by position
),
counted as (
  select
    1 as position,
    count(distinct transaction_id) as orders,
    count(distinct product_id) as products,
    count(distinct customer_id) as customers
  from sales
  union all
  select position, count(distinct transaction_id), count(distinct product_id), count(distinct customer_id)
  from sales
  join complete_scopes on date_trunc('month', sold_at::date)::date = from_day
  where scope <> 'all'
  group by position
),
measured as (
  select
    added.*,
    coalesce(orders, 0) as orders,
    coalesce(products, 0) as products,
    coalesce(customers, 0) as customers
  from added
  left join counted using (position)
),
known as (
  select orders > 0 as has_orders, customers > 0 as has_customers from measured where position = 1
),
records as (
  select max(net_revenue) filter (where month >= first_day and month < date_trunc('month', last_day)) as best_before
  from by_month, span, last_month
),
complete as (
  -- month starts after the day before the first and up to the day after the last, less one
  select greatest(datediff('month', first_day - 1, as_of + 1) - 1, 0) as months from span
)
select
  scope::varchar as scope,
  (if(scope = 'all', null, strftime(from_day, '%Y-%m')))::varchar as period,
  net_revenue::decimal(38, 4) as net_revenue,
  gross_revenue::decimal(38, 4) as gross_revenue,
  returned_amount::decimal(38, 4) as returned_amount,
  (if(gross_revenue > 0, returned_amount::double / gross_revenue::double, null))::double as returned_share,
  units::decimal(38, 3) as units,
  (if(has_orders, orders, null))::bigint as orders,
  (if(orders > 0, ordered_revenue / orders, null))::decimal(38, 4) as average_order_value,
  products::bigint as products,
  (if(has_customers, customers, null))::bigint as customers,
  first_day::date as first_day,
  as_of::date as as_of,
  lines_without_order::bigint as lines_without_order,
  complete.months::bigint as complete_months,
  (scope = 'month' and coalesce(net_revenue > best_before, false))::boolean as is_best_month
from measured
join complete_scopes using (position)
cross join known
cross join span
cross join records
cross join complete
order by position
