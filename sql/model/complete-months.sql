-- Which months do the sales cover from their first day to their last?
-- Grain: one complete month. Position: 1 is the oldest. Months ago: 0 is the newest. Observed: how many there are.
create or replace view complete_months as
with
span as (
  select min(sold_at)::date as first_day, max(sold_at)::date as as_of from sales
),
calendar as (
  select unnest(generate_series(date_trunc('month', first_day)::timestamp, as_of::timestamp, interval 1 month))::date as month
  from span
)
select
  month::date as month,
  row_number() over (order by month)::bigint as position,
  (row_number() over (order by month desc) - 1)::bigint as months_ago,
  count(*) over ()::bigint as observed
from calendar, span
where month >= first_day and last_day(month) <= as_of
