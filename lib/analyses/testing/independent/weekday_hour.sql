with date_of_data as (
  select unnest(range(
    greatest(first_day, coalesce(getvariable('from_day'), first_day))::timestamp,
    least(as_of, coalesce(getvariable('to_day'), as_of))::timestamp + interval 1 day, interval 1 day))::date as day from era
),
first_line as (select transaction_id, min(sold_at) as sold_at from asked where transaction_id is not null group by 1),
event as (
  select sold_at, if(getvariable('metric') = 'quantity', quantity::decimal(18, 4), amount) as x from asked where getvariable('metric') <> 'orders'
  union all
  select sold_at, 1 from first_line where getvariable('metric') = 'orders'
),
known as (select bool_or(sold_at::timestamp <> day::timestamp) as times from line),
any_event as (select count(*) > 0 as any_row, sum(x) as total from event),
by_weekday as (select isodow(sold_at) as d, sum(x) as x from event group by 1),
weekday as (
  select isodow(day) as d, count(*) as dates from date_of_data group by 1
),
cell as (
  select d, h, if(times, coalesce((select sum(x) from event where isodow(sold_at) = d and hour(sold_at::timestamp) = h), 0), null) as x
  from weekday, range(24) hours (h), known
)
select
  ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'][d] as weekday,
  coalesce(by_weekday.x, 0)::decimal(38, 4) as value,
  if(total > 0, value::double / total::double, null) as share,
  dates as days,
  round(value::double / dates, 4)::decimal(38, 4) as average,
  "0" as hour_00, "1" as hour_01, "2" as hour_02, "3" as hour_03, "4" as hour_04, "5" as hour_05, "6" as hour_06, "7" as hour_07,
  "8" as hour_08, "9" as hour_09, "10" as hour_10, "11" as hour_11, "12" as hour_12, "13" as hour_13, "14" as hour_14,
  "15" as hour_15, "16" as hour_16, "17" as hour_17, "18" as hour_18, "19" as hour_19, "20" as hour_20, "21" as hour_21,
  "22" as hour_22, "23" as hour_23,
  times as has_times, any_row as has_sales
from weekday left join by_weekday using (d)
join (pivot cell on h in (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23) using sum(x) group by d) using (d)
cross join known cross join any_event
order by d
