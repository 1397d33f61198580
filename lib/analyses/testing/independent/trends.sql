with mine as (
  from line where (getvariable('store') = 'all' or store = getvariable('store'))
    and (getvariable('product') = 'all' or product_id = getvariable('product'))
    and (getvariable('category') = 'all' or category = getvariable('category'))
),
day_of_data as (
  select unnest(range(first_day::timestamp, as_of::timestamp + interval 1 day, interval 1 day))::date as day from era
),
step as (
  select case getvariable('grain') when 'day' then interval 1 day when 'week' then interval 7 days
    when 'quarter' then interval 3 months else interval 1 month end as one
),
-- every day belongs to a period: counting the days the data has of it tells whether it is complete
period as (
  select date_trunc(getvariable('grain'), day)::date as start, count(*) as days_seen,
    (start + any_value(one))::date - start as days_long
  from day_of_data, step group by start
),
bought as (
  select date_trunc(getvariable('grain'), day)::date as start, count(*) as lines, sum(amount) as money, sum(quantity) as units,
    nullif(count(distinct transaction_id), 0) as orders,
    sum(if(transaction_id is null, 0, amount)) as ordered,
    sum(if(cost is null, null, amount - quantity * cost)) as profit
  from mine group by start
),
valued as (
  select period.start, row_number() over (order by period.start) as n, days_seen = days_long as complete,
    (case
      when getvariable('metric') = 'revenue' then coalesce(money, 0)::decimal(38, 4)
      when getvariable('metric') = 'quantity' then coalesce(units, 0)::decimal(38, 4)
      when getvariable('metric') = 'average_order_value' then round(ordered::double / orders, 4)::decimal(38, 4)
      when getvariable('metric') = 'orders' and exists (from bought where orders is not null)
        then if(lines is null, 0, orders)::decimal(38, 4)
      when getvariable('metric') = 'profit' and exists (from bought where profit is not null)
        then if(lines is null, 0, profit)::decimal(38, 4)
    end)::decimal(38, 4) as value
  from period left join bought using (start)
),
beside as (
  select v.start, v.value, v.complete, before.value as previous, before.complete as previous_complete, stretch.value as stretch, year_before.value as last_year
  from valued v cross join step
  left join valued before on before.start = (v.start - one)::date
  left join valued stretch on stretch.n = v.n - getvariable('periods')
  left join valued year_before
    on year_before.start = (if(getvariable('grain') = 'week', v.start - interval 364 days, v.start - interval 12 months))::date
)
select start as period_start, value, previous as previous_value,
  if(previous = 0, null, 100 * (value - previous)::double / abs(previous::double)) as change_percent,
  stretch as stretch_before,
  last_year as same_period_last_year,
  if(last_year = 0, null, 100 * (value - last_year)::double / abs(last_year::double)) as yoy_percent,
  case when complete and previous_complete and value is not null and previous is not null then
    case when abs(value - previous) <= getvariable('stable_within')::decimal(9, 6) * abs(previous) then 'stable'
      when value > previous then 'up' else 'down' end end as trend,
  complete
from beside
where start in (select start from valued order by start desc limit getvariable('periods'))
order by start
