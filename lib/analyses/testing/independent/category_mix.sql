with per as (
  select coalesce(category, '(no category)') as category,
    sum(if(day >= now_from and day < now_until, amount, 0)) as r1,
    sum(if(has_before and day >= before_from and day < before_until, amount, 0)) as r0
  from line, two_periods
  where (day >= now_from and day < now_until) or (has_before and day >= before_from and day < before_until)
  group by 1
),
whole as (select sum(r1) as w1, sum(r0) as w0 from per)
select category, r1 as revenue, if(w1 > 0, r1::double / w1::double, null) as share,
  if(has_before, r0, null) as previous_revenue,
  if(w0 > 0, r0::double / w0::double, null) as previous_share,
  100 * (if(w1 > 0, r1::double / w1::double, null) - if(w0 > 0, r0::double / w0::double, null)) as share_change,
  now_from as period_start, if(has_before, before_from, null) as before_start
from per, whole, two_periods order by r1 desc, r0 desc, category
