-- What is the mix of categories, and how does it move?
-- Grain: one row per category sold in the newest complete month, quarter or year, or in the period it is compared with.
-- Complete: all days of the period lie in the data. A line without a category counts under its product's in the catalogue.
with
span as (
  select min(sold_at)::date as first_day, max(sold_at)::date as as_of from sales having count(*) > 0
),
step as (
  select
    case $grain when 'year' then interval 1 year when 'quarter' then interval 3 months else interval 1 month end as one,
    if($against = 'year_before', interval 1 year, one) as back
),
newest as (
  select
    (date_trunc($grain, as_of + 1) - one)::date as period_start,
    date_trunc($grain, as_of + 1)::date as period_end,
    first_day
  from span, step
),
compared as (
  -- the end of a period is the day after its last
  select
    period_start,
    period_end,
    if((period_start - back)::date >= first_day, (period_start - back)::date, null) as before_start,
    if((period_start - back)::date >= first_day, (period_start - back + one)::date, null) as before_end
  from newest, step
  where period_start >= first_day
),
by_product as (
  select
    product_id,
    category,
    sum(amount) filter (where sold_at >= period_start and sold_at < period_end) as revenue,
    sum(amount) filter (where sold_at >= before_start and sold_at < before_end) as previous_revenue
  from sales, compared
  where sold_at < period_end and sold_at >= coalesce(before_start, period_start)
  group by 1, 2
),
by_category as (
  select
    coalesce(b.category::varchar, c.category, '(no category)') as category,
    coalesce(sum(revenue), 0) as revenue,
    coalesce(sum(previous_revenue), 0) as previous_revenue
  from by_product b
  left join catalogue c on c.product_id = b.product_id::varchar
  where b.revenue is not null or b.previous_revenue is not null
  group by 1
),
shared as (
  select
    *,
    if(sum(revenue) over () > 0, revenue::double / (sum(revenue) over ())::double, null) as share,
    if(sum(previous_revenue) over () > 0, previous_revenue::double / (sum(previous_revenue) over ())::double, null) as previous_share
  from by_category
)
select
  category::varchar as category,
  revenue::decimal(38, 4) as revenue,
  share::double as share,
  (if(before_start is null, null, previous_revenue))::decimal(38, 4) as previous_revenue,
  previous_share::double as previous_share,
  (100 * (share - previous_share))::double as share_change,
  period_start::date as period_start,
  before_start::date as before_start
from shared
cross join compared
order by revenue desc, previous_revenue desc, category
