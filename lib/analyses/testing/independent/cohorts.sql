with visit as (select distinct customer_id, month from line where customer_id is not null and quantity > 0),
born as (select customer_id, min(month) as cohort from visit group by 1),
size as (select cohort, count(*) as n from born group by 1),
came as (
  select cohort, k, if((cohort + to_months(k::integer + 1))::date - 1 > (select as_of from era), null,
    (select count(*) from visit join born b using (customer_id) where b.cohort = size.cohort and visit.month = (size.cohort + to_months(k::integer))::date)
    / n::double) as share
  from size, range(1, 13) later (k)
)
select strftime(cohort, '%Y-%m') as cohort, n as customers,
  "1" as month_01, "2" as month_02, "3" as month_03, "4" as month_04, "5" as month_05, "6" as month_06, "7" as month_07,
  "8" as month_08, "9" as month_09, "10" as month_10, "11" as month_11, "12" as month_12,
  size.cohort <= (select first_day from era) as is_first,
  (size.cohort + interval 1 month)::date - 1 <= (select as_of from era) as complete
from size join (pivot came on k in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12) using max(share) group by cohort) p using (cohort)
where size.cohort in (select cohort from size order by cohort desc limit getvariable('cohorts'))
order by size.cohort
