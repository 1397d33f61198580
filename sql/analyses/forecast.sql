-- What is to be expected?
-- Grain: one row per complete period of the data, none missing; a period without sales is 0.
-- The periods to come, their ranges and the error of the method are added from these rows after the query, version 1.
with
span as (
  select min(sold_at)::date as first_day, max(sold_at)::date as as_of from sales having count(*) > 0
),
step as (
  select
    if($grain = 'week', interval 7 days, interval 1 month) as one,
    if($grain = 'week', interval 364 days, interval 1 year) as one_year
),
calendar as (
  select unnest(generate_series(date_trunc($grain, first_day)::timestamp, as_of::timestamp, one))::date as period_start
  from span, step
),
periods as (
  select period_start
  from calendar, span, step
  where period_start >= first_day and (period_start + one)::date - 1 <= as_of
),
by_period as (
  select
    date_trunc($grain, sold_at::date)::date as period_start,
    sum(if($metric = 'quantity', quantity::decimal(18, 4), amount)) as value
  from sales
  group by 1
),
filled as (
  select period_start, coalesce(by_period.value, 0) as value
  from periods
  left join by_period using (period_start)
)
select
  filled.period_start::date as period_start,
  filled.value::decimal(38, 4) as value,
  null::decimal(38, 4) as low,
  null::decimal(38, 4) as high,
  earlier.value::decimal(38, 4) as same_period_last_year,
  true::boolean as observed,
  null::varchar as method,
  null::double as error,
  ($horizon > 0)::boolean as asked
from filled
cross join step
left join filled earlier on earlier.period_start = (filled.period_start - one_year)::date
order by filled.period_start
