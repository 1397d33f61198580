-- Do customers come back?
-- Grain: one row per month in which customers first bought, the last `$cohorts` of them; the share of them who bought
-- again in each of the twelve months after it. A month that the data does not hold to its end is unknown.
with
span as (
  select date_trunc('month', min(sold_at)::date)::date as first_month, max(sold_at)::date as as_of from sales having count(*) > 0
),
active as (
  select distinct customer_id, date_trunc('month', sold_at::date)::date as month
  from sales
  where customer_id is not null and quantity > 0
),
joined as (
  select customer_id, min(month) as cohort from active group by 1
),
visits as (
  select joined.cohort, datediff('month', joined.cohort, active.month) as later
  from active
  join joined using (customer_id)
),
counted as (
  select
    cohort,
    count(*) filter (where later = 0) as customers,
    count(*) filter (where later = 1) as came_01,
    count(*) filter (where later = 2) as came_02,
    count(*) filter (where later = 3) as came_03,
    count(*) filter (where later = 4) as came_04,
    count(*) filter (where later = 5) as came_05,
    count(*) filter (where later = 6) as came_06,
    count(*) filter (where later = 7) as came_07,
    count(*) filter (where later = 8) as came_08,
    count(*) filter (where later = 9) as came_09,
    count(*) filter (where later = 10) as came_10,
    count(*) filter (where later = 11) as came_11,
    count(*) filter (where later = 12) as came_12
  from visits
  group by 1
),
newest as (
  select *, row_number() over (order by cohort desc) as from_the_end from counted
)
select
  strftime(cohort, '%Y-%m')::varchar as cohort,
  customers::bigint as customers,
  (if(last_day((cohort + interval 1 months)::date) <= as_of, came_01 / customers, null))::double as month_01,
  (if(last_day((cohort + interval 2 months)::date) <= as_of, came_02 / customers, null))::double as month_02,
  (if(last_day((cohort + interval 3 months)::date) <= as_of, came_03 / customers, null))::double as month_03,
  (if(last_day((cohort + interval 4 months)::date) <= as_of, came_04 / customers, null))::double as month_04,
  (if(last_day((cohort + interval 5 months)::date) <= as_of, came_05 / customers, null))::double as month_05,
  (if(last_day((cohort + interval 6 months)::date) <= as_of, came_06 / customers, null))::double as month_06,
  (if(last_day((cohort + interval 7 months)::date) <= as_of, came_07 / customers, null))::double as month_07,
  (if(last_day((cohort + interval 8 months)::date) <= as_of, came_08 / customers, null))::double as month_08,
  (if(last_day((cohort + interval 9 months)::date) <= as_of, came_09 / customers, null))::double as month_09,
  (if(last_day((cohort + interval 10 months)::date) <= as_of, came_10 / customers, null))::double as month_10,
  (if(last_day((cohort + interval 11 months)::date) <= as_of, came_11 / customers, null))::double as month_11,
  (if(last_day((cohort + interval 12 months)::date) <= as_of, came_12 / customers, null))::double as month_12,
  (cohort = first_month)::boolean as is_first,
  (last_day(cohort) <= as_of)::boolean as complete
from newest
cross join span
where from_the_end <= $cohorts
order by newest.cohort
