-- Which season has a product, and how strong is it?
-- Grain: `season` a product x calendar month, `season_score` a product; both without rows below six complete months.
-- The noise of months: with d the units of a day and n the days of that month on which the shop sold anything, the mean over
-- the months of sum(d^2) - (sum d)^2 / n; at least the mean of the months.
-- Over two years or more a product of less than a dozen sales (lines with units, in full months) has no score.
create or replace table season_series as
with by_day as (select product_id, month, day, sum(quantity)::double as d from line group by all),
open as (select month, count(distinct day) as days from line group by month)
select
  sold.product_id, full_month.n, month(full_month.month) as m, coalesce(sum(d), 0) as q,
  coalesce(sum(d * d) - sum(d) ** 2 / any_value(open.days), 0) as noise
from (select distinct product_id from line) sold cross join full_month
left join by_day on by_day.product_id = sold.product_id and by_day.month = full_month.month
left join open on open.month = full_month.month
where (select count(*) from full_month) >= 6
group by all;

create or replace table season_ratio as
with whole as (select product_id, avg(q) as mean from season_series group by 1),
moving as (
  -- the twelve months around, the outermost two of thirteen by half
  select here.product_id, here.n, sum(around.q * if(abs(around.n - here.n) = 6, 0.5, 1)) / 12 as level
  from season_series here join season_series around on around.product_id = here.product_id and around.n between here.n - 6 and here.n + 6
  group by all having count(*) = 13
),
level as (
  select product_id, n, level from moving where (select count(*) from full_month) >= 24
  union all
  select product_id, n, mean from season_series join whole using (product_id) where (select count(*) from full_month) < 24
)
select s.product_id, s.m, s.q / level.level as r
from season_series s join level using (product_id, n) where level.level > 0;

create or replace table season as
with raw as (select product_id, m, avg(r) as mean_ratio from season_ratio group by all),
scales as (select product_id, avg(mean_ratio) as scale from raw group by 1)
select product_id, m, mean_ratio / scale as i from raw join scales using (product_id) where scale > 1e-9;

create or replace table seldom_sold as
select product_id from line join full_month using (month)
where (select count(*) from full_month) >= 24
group by product_id having sum(quantity) > 0 and count(*) filter (where quantity > 0) < 12;

create or replace table season_score as
with moments as (
  select product_id, avg(r) as r, avg(r - i) as rest from season_ratio left join season using (product_id, m) group by 1
),
strength as (
  select product_id, avg((s.r - moments.r) ** 2) as whole_variance, avg((s.r - i - rest) ** 2) as rest_variance
  from season_ratio s left join season using (product_id, m) join moments using (product_id) group by 1
),
whole as (select product_id, sum(q) as units, avg(q) as mean, avg(noise) as noise from season_series group by 1),
spread as (
  select product_id, units, mean, any_value(whole.noise) as noise, avg((q - mean) ** 2) as variance
  from season_series join whole using (product_id) group by all
)
select product_id, units,
  case when (select count(*) from full_month) >= 24
    then if(coalesce(whole_variance, 0) <= 1e-12, 0, greatest(0, 1 - rest_variance / whole_variance))
    else least(1, sqrt(variance) / mean / 0.5) * least(1, variance / (4 * greatest(noise, mean))) ** 2 end as score
from spread left join strength using (product_id)
where units > 0 and product_id not in (from seldom_sold);
