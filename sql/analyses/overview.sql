-- How is the shop doing?
-- Grain: one row per scope: all the data, the last complete month, the month before, the same month last year.
with
span as (
  select min(sold_at)::date as first_day, max(sold_at)::date as as_of from sales
),
last_complete as (
  select
    case
      when as_of = last_day(as_of) then date_trunc('month', as_of)::date
      else (date_trunc('month', as_of) - interval 1 month)::date
    end as month,
    first_day,
    as_of
  from span
),
scopes as (
  select 'all' as scope, null::date as from_day, null::date as to_day from span where first_day is not null
  union all
  select 'month', month, last_day(month) from last_complete where month >= first_day
  union all
  select 'previous', (month - interval 1 month)::date, last_day((month - interval 1 month)::date)
  from last_complete
  where (month - interval 1 month)::date >= first_day
  union all
  select 'last_year', (month - interval 1 year)::date, last_day((month - interval 1 year)::date)
  from last_complete
  where (month - interval 1 year)::date >= first_day
),
measured as (
  select
    scopes.scope,
    any_value(scopes.from_day) as from_day,
    sum(s.amount) as net_revenue,
    sum(s.amount) filter (where s.quantity >= 0 and s.amount >= 0) as gross_revenue,
    -sum(s.amount) filter (where s.quantity < 0 or s.amount < 0) as returned_amount,
    sum(s.quantity) as units,
    count(distinct s.transaction_id) as orders,
    count(distinct s.product_id) as products,
    count(distinct s.customer_id) as customers
  from scopes
  left join sales s
    on scopes.from_day is null or (s.sold_at >= scopes.from_day and s.sold_at < scopes.to_day + interval 1 day)
  group by scopes.scope
),
monthly as (
  select date_trunc('month', sold_at::date)::date as month, sum(amount) as revenue
  from sales
  group by 1
),
best as (
  select count(*) as complete_months, max(revenue) as best_revenue
  from monthly, last_complete
  where monthly.month >= last_complete.first_day and monthly.month <= last_complete.month
),
whole as (
  select orders > 0 as has_orders, customers > 0 as has_customers from measured where scope = 'all'
)
select
  m.scope::varchar as scope,
  (case when m.scope <> 'all' then strftime(m.from_day, '%Y-%m') end)::varchar as period,
  coalesce(m.net_revenue, 0)::decimal(38, 4) as net_revenue,
  coalesce(m.gross_revenue, 0)::decimal(38, 4) as gross_revenue,
  coalesce(m.returned_amount, 0)::decimal(38, 4) as returned_amount,
  (case when m.gross_revenue > 0 then coalesce(m.returned_amount, 0)::double / m.gross_revenue::double end)::double as returned_share,
  coalesce(m.units, 0)::decimal(38, 3) as units,
  (case when whole.has_orders then m.orders end)::bigint as orders,
  (case when whole.has_orders and m.orders > 0 then m.net_revenue / m.orders end)::decimal(38, 4) as average_order_value,
  m.products::bigint as products,
  (case when whole.has_customers then m.customers end)::bigint as customers,
  span.first_day::date as first_day,
  span.as_of::date as as_of,
  best.complete_months::bigint as complete_months,
  (m.scope = 'month' and m.net_revenue = best.best_revenue)::boolean as is_best_month
from measured m
cross join whole
cross join span
cross join best
order by case m.scope when 'all' then 1 when 'month' then 2 when 'previous' then 3 else 4 end
