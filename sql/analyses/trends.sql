-- Is it growing?
-- Grain: one row per period, none missing, the last `$periods` of them; a period without sales is 0.
-- Complete: all days of the period lie in the data. Only complete neighbours make a trend. Weeks are ISO weeks, and a
-- week's year before is 52 weeks earlier. Of all stores, categories and products or of one; the periods are those of all the data.
with
span as (
  select min(sold_at)::date as first_day, max(sold_at)::date as as_of from sales having count(*) > 0
),
step as (
  select
    case $grain
      when 'day' then interval 1 day
      when 'week' then interval 7 days
      when 'quarter' then interval 3 months
      else interval 1 month
    end as one,
    if($grain = 'week', interval 364 days, interval 1 year) as one_year
),
periods as (
  select unnest(generate_series(date_trunc($grain, first_day)::timestamp, as_of::timestamp, one))::date as period_start
  from span, step
),
listed_under_category as (
  select product_id from catalogue where category = $category
),
lines as (
  select sold_at, product_id, amount, quantity, unit_cost, transaction_id
  from sales
  where ($store = 'all' or store::varchar = $store)
    and ($product = 'all' or product_id::varchar = $product)
    and (
      $category = 'all'
      or category::varchar = $category
      or (category is null and product_id::varchar in (from listed_under_category))
    )
),
by_period as (
  select
    date_trunc($grain, sold_at::date)::date as period_start,
    sum(amount) as revenue,
    sum(quantity) as quantity,
    count(distinct transaction_id) filter (where $metric in ('orders', 'average_order_value')) as orders,
    sum(amount) filter (where transaction_id is not null) as ordered_revenue
  from lines
  group by 1
),
by_period_and_product as (
  select
    date_trunc($grain, sold_at::date)::date as period_start,
    product_id,
    sum(amount) filter (where unit_cost is not null) - sum(quantity::decimal(19, 3) * unit_cost) as costed_profit,
    sum(amount) filter (where unit_cost is null) as uncosted_amount,
    sum(quantity) filter (where unit_cost is null) as uncosted_quantity
  from lines
  where $metric = 'profit'
  group by 1, 2
),
profits as (
  select
    period_start,
    case
      when count(costed_profit) > 0 or count(uncosted_quantity * unit_cost) > 0
        then coalesce(sum(costed_profit), 0) + coalesce(sum(uncosted_amount - uncosted_quantity * unit_cost), 0)
    end as profit
  from by_period_and_product p
  left join catalogue c on c.product_id = p.product_id::varchar
  group by 1
),
known as (
  select
    exists (from by_period where orders > 0) as orders,
    exists (from profits where profit is not null) as profit
),
measured as (
  select
    period_start,
    (period_start + one)::date - 1 as last_day,
    -- every branch has one scale: CASE would round all of them to the smallest
    (case
      when $metric = 'revenue' then coalesce(revenue, 0)::decimal(38, 4)
      when $metric = 'quantity' then coalesce(b.quantity, 0)::decimal(38, 4)
      when $metric = 'orders' and known.orders then if(b.revenue is null, 0, nullif(b.orders, 0))::decimal(38, 4)
      when $metric = 'profit' and known.profit then if(b.revenue is null, 0, profits.profit)::decimal(38, 4)
      when $metric = 'average_order_value' then (b.ordered_revenue / nullif(b.orders, 0))::decimal(38, 4)
    end)::decimal(38, 4) as value
  from periods
  cross join step
  cross join known
  left join by_period b using (period_start)
  left join profits using (period_start)
),
compared as (
  select
    m.period_start,
    m.value,
    lag(m.value) over (order by m.period_start) as previous_value,
    lag(m.value, $periods::integer) over (order by m.period_start) as stretch_before,
    earlier.value as same_period_last_year,
    m.period_start >= span.first_day and m.last_day <= span.as_of as complete
  from measured m
  cross join span
  cross join step
  left join measured earlier on earlier.period_start = (m.period_start - step.one_year)::date
),
judged as (
  select
    *,
    value - previous_value as change,
    value - same_period_last_year as change_in_a_year,
    complete and lag(complete) over (order by period_start) as comparable,
    row_number() over (order by period_start desc) as from_the_end
  from compared
)
select
  period_start::date as period_start,
  value::decimal(38, 4) as value,
  previous_value::decimal(38, 4) as previous_value,
  (100 * change::double / nullif(abs(previous_value), 0)::double)::double as change_percent,
  stretch_before::decimal(38, 4) as stretch_before,
  same_period_last_year::decimal(38, 4) as same_period_last_year,
  (100 * change_in_a_year::double / nullif(abs(same_period_last_year), 0)::double)::double as yoy_percent,
  (case
    when not comparable or change is null then null
    when abs(change) <= abs(previous_value) * $stable_within::decimal(9, 6) then 'stable'
    when change > 0 then 'up'
    else 'down'
  end)::varchar as trend,
  complete::boolean as complete
from judged
where from_the_end <= $periods
order by period_start
