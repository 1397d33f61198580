-- Is it growing?
-- Grain: one row per period, none missing, the last `$periods` of them; a period without sales is 0.
with
span as (
  select min(sold_at)::date as first_day, max(sold_at)::date as as_of from sales
),
step as (
  select case $grain
    when 'day' then interval 1 day
    when 'week' then interval 7 days
    when 'quarter' then interval 3 months
    else interval 1 month
  end as one
),
periods as (
  select unnest(generate_series(date_trunc($grain, first_day)::timestamp, date_trunc($grain, as_of)::timestamp, one))::date as period_start
  from span, step
  where first_day is not null
),
by_period as (
  select
    date_trunc($grain, sold_at::date)::date as period_start,
    sum(amount) as revenue,
    sum(quantity) as quantity,
    count(distinct case when $metric in ('orders', 'average_order_value') then transaction_id end) as orders,
    count(transaction_id) as lines_with_order
  from sales
  group by 1
),
by_period_and_product as (
  select
    date_trunc($grain, sold_at::date)::date as period_start,
    product_id,
    sum(amount) filter (where unit_cost is not null) as amount_costed,
    sum(quantity * unit_cost) as cost,
    sum(amount) filter (where unit_cost is null) as amount_uncosted,
    sum(quantity) filter (where unit_cost is null) as quantity_uncosted
  from sales
  where $metric = 'profit'
  group by 1, 2
),
profits as (
  select
    p.period_start,
    sum(
      coalesce(p.amount_costed - p.cost, 0)
      + case when c.unit_cost is not null then coalesce(p.amount_uncosted - p.quantity_uncosted * c.unit_cost, 0) else 0 end
    ) as profit,
    count(p.amount_costed) + count(c.unit_cost) as known
  from by_period_and_product p
  left join catalogue c on c.product_id = p.product_id::varchar
  group by 1
),
knowledge as (
  select
    coalesce((select sum(lines_with_order) from by_period), 0) > 0 as has_orders,
    coalesce((select sum(known) from profits), 0) > 0 as has_cost
),
measured as (
  select
    periods.period_start,
    (case $metric
      when 'revenue' then coalesce(b.revenue, 0)
      when 'quantity' then coalesce(b.quantity, 0)
      when 'orders' then case when has_orders then coalesce(b.orders, 0) end
      when 'average_order_value' then case when b.orders > 0 then b.revenue / b.orders end
      when 'profit' then case when has_cost then coalesce(profits.profit, 0) end
    end)::decimal(38, 4) as value,
    (periods.period_start + one)::date - 1 as last_day
  from periods
  cross join step
  cross join knowledge
  left join by_period b on b.period_start = periods.period_start
  left join profits on profits.period_start = periods.period_start
),
compared as (
  select
    m.period_start,
    m.value,
    lag(m.value) over (order by m.period_start) as previous_value,
    earlier.value as same_period_last_year,
    m.last_day <= span.as_of and m.period_start >= span.first_day as complete
  from measured m
  cross join span
  left join measured earlier
    on earlier.period_start = case $grain
      when 'week' then m.period_start - 364
      else (m.period_start - interval 1 year)::date
    end
),
changed as (
  select
    *,
    case when previous_value <> 0 then 100 * (value - previous_value)::double / abs(previous_value)::double end as change_percent,
    case
      when same_period_last_year <> 0
        then 100 * (value - same_period_last_year)::double / abs(same_period_last_year)::double
    end as yoy_percent,
    complete and lag(complete) over (order by period_start) as comparable,
    row_number() over (order by period_start desc) as from_the_end
  from compared
)
select
  period_start::date as period_start,
  value::decimal(38, 4) as value,
  previous_value::decimal(38, 4) as previous_value,
  change_percent::double as change_percent,
  same_period_last_year::decimal(38, 4) as same_period_last_year,
  yoy_percent::double as yoy_percent,
  (case
    when not comparable or change_percent is null then null
    when abs(change_percent) <= 100 * $stable_within then 'stable'
    when change_percent > 0 then 'up'
    else 'down'
  end)::varchar as trend,
  complete::boolean as complete
from changed
where from_the_end <= $periods
order by period_start
