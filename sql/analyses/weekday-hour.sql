-- When do people buy?
-- Grain: one row per day of the week, Monday first, with a column for each hour; hours are unknown when the data has
-- dates only. An order counts when its first line was sold. A day of the week is averaged over all its dates between the
-- first and the newest sale, closed ones too.
with
asked as (
  select
    try_cast(if(length($period) = 7, $period || '-01', split_part($period, '..', 1)) as date) as from_day,
    if(length($period) = 7, last_day(try_cast($period || '-01' as date)), try_cast(split_part($period, '..', 2) as date)) as to_day
),
lines as (
  select sold_at::timestamp as sold_at, transaction_id, amount, quantity
  from sales, asked
  where (from_day is null or sold_at::date >= from_day)
    and (to_day is null or sold_at::date <= to_day)
),
orders as (
  select min(sold_at) as sold_at from lines where $metric = 'orders' and transaction_id is not null group by transaction_id
),
events as (
  select
    date_trunc('hour', sold_at) as hour,
    sum(if($metric = 'quantity', quantity::decimal(18, 4), amount)) as value
  from lines
  where $metric <> 'orders'
  group by 1
  union all
  select date_trunc('hour', sold_at), count(*)::decimal(38, 4) from orders group by 1
),
span as (
  select
    coalesce(greatest(min(sales.sold_at)::date, any_value(from_day)), min(sales.sold_at)::date) as first_day,
    coalesce(least(max(sales.sold_at)::date, any_value(to_day)), max(sales.sold_at)::date) as last_day,
    bool_or(sales.sold_at <> sales.sold_at::date) as has_times
  from sales, asked
  having count(*) > 0
),
calendar as (
  select unnest(generate_series(first_day::timestamp, last_day::timestamp, interval 1 day))::date as day from span
),
weekdays as (
  select isodow(day) as weekday, count(*) as days from calendar group by 1
),
by_weekday as (
  select
    isodow(hour) as weekday,
    sum(value) as value,
    sum(value) filter (where hour(hour) = 0) as hour_00,
    sum(value) filter (where hour(hour) = 1) as hour_01,
    sum(value) filter (where hour(hour) = 2) as hour_02,
    sum(value) filter (where hour(hour) = 3) as hour_03,
    sum(value) filter (where hour(hour) = 4) as hour_04,
    sum(value) filter (where hour(hour) = 5) as hour_05,
    sum(value) filter (where hour(hour) = 6) as hour_06,
    sum(value) filter (where hour(hour) = 7) as hour_07,
    sum(value) filter (where hour(hour) = 8) as hour_08,
    sum(value) filter (where hour(hour) = 9) as hour_09,
    sum(value) filter (where hour(hour) = 10) as hour_10,
    sum(value) filter (where hour(hour) = 11) as hour_11,
    sum(value) filter (where hour(hour) = 12) as hour_12,
    sum(value) filter (where hour(hour) = 13) as hour_13,
    sum(value) filter (where hour(hour) = 14) as hour_14,
    sum(value) filter (where hour(hour) = 15) as hour_15,
    sum(value) filter (where hour(hour) = 16) as hour_16,
    sum(value) filter (where hour(hour) = 17) as hour_17,
    sum(value) filter (where hour(hour) = 18) as hour_18,
    sum(value) filter (where hour(hour) = 19) as hour_19,
    sum(value) filter (where hour(hour) = 20) as hour_20,
    sum(value) filter (where hour(hour) = 21) as hour_21,
    sum(value) filter (where hour(hour) = 22) as hour_22,
    sum(value) filter (where hour(hour) = 23) as hour_23
  from events
  group by 1
),
filled as (
  select weekdays.weekday, weekdays.days, coalesce(b.value, 0) as value, sum(b.value) over () as total, b.* exclude (weekday, value)
  from weekdays
  left join by_weekday b using (weekday)
)
select
  (['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'][weekday])::varchar as weekday,
  value::decimal(38, 4) as value,
  (if(total > 0, value::double / total::double, null))::double as share,
  days::bigint as days,
  (value / days)::decimal(38, 4) as average,
  (if(has_times, coalesce(hour_00, 0), null))::decimal(38, 4) as hour_00,
  (if(has_times, coalesce(hour_01, 0), null))::decimal(38, 4) as hour_01,
  (if(has_times, coalesce(hour_02, 0), null))::decimal(38, 4) as hour_02,
  (if(has_times, coalesce(hour_03, 0), null))::decimal(38, 4) as hour_03,
  (if(has_times, coalesce(hour_04, 0), null))::decimal(38, 4) as hour_04,
  (if(has_times, coalesce(hour_05, 0), null))::decimal(38, 4) as hour_05,
  (if(has_times, coalesce(hour_06, 0), null))::decimal(38, 4) as hour_06,
  (if(has_times, coalesce(hour_07, 0), null))::decimal(38, 4) as hour_07,
  (if(has_times, coalesce(hour_08, 0), null))::decimal(38, 4) as hour_08,
  (if(has_times, coalesce(hour_09, 0), null))::decimal(38, 4) as hour_09,
  (if(has_times, coalesce(hour_10, 0), null))::decimal(38, 4) as hour_10,
  (if(has_times, coalesce(hour_11, 0), null))::decimal(38, 4) as hour_11,
  (if(has_times, coalesce(hour_12, 0), null))::decimal(38, 4) as hour_12,
  (if(has_times, coalesce(hour_13, 0), null))::decimal(38, 4) as hour_13,
  (if(has_times, coalesce(hour_14, 0), null))::decimal(38, 4) as hour_14,
  (if(has_times, coalesce(hour_15, 0), null))::decimal(38, 4) as hour_15,
  (if(has_times, coalesce(hour_16, 0), null))::decimal(38, 4) as hour_16,
  (if(has_times, coalesce(hour_17, 0), null))::decimal(38, 4) as hour_17,
  (if(has_times, coalesce(hour_18, 0), null))::decimal(38, 4) as hour_18,
  (if(has_times, coalesce(hour_19, 0), null))::decimal(38, 4) as hour_19,
  (if(has_times, coalesce(hour_20, 0), null))::decimal(38, 4) as hour_20,
  (if(has_times, coalesce(hour_21, 0), null))::decimal(38, 4) as hour_21,
  (if(has_times, coalesce(hour_22, 0), null))::decimal(38, 4) as hour_22,
  (if(has_times, coalesce(hour_23, 0), null))::decimal(38, 4) as hour_23,
  has_times::boolean as has_times,
  (total is not null)::boolean as has_sales
from filled
cross join span
order by filled.weekday
