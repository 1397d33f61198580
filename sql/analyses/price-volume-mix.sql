-- Why did revenue change?
-- Grain: one row per step from the revenue of one period to that of the newest complete one; the parts add up exactly.
-- Of products sold in both: volume = what the change of all units brings at the mean price before; price = what the change
-- of each product's price brings on its units now; mix = the rest, dearer or cheaper products. Products sold in one period
-- only are new or gone; of products that were returned more than sold in one of them, the whole change is one part.
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
    (period_start - back)::date as before_start,
    (period_start - back + one)::date as before_end
  from newest, step
  where (period_start - back)::date >= first_day
),
by_product as (
  select
    product_id,
    sum(amount) filter (where sold_at >= period_start) as r1,
    sum(quantity) filter (where sold_at >= period_start) as q1,
    sum(amount) filter (where sold_at < before_end) as r0,
    sum(quantity) filter (where sold_at < before_end) as q0
  from sales, compared
  where (sold_at >= before_start and sold_at < before_end) or (sold_at >= period_start and sold_at < period_end)
  group by 1
),
placed as (
  select
    *,
    case when r0 is null then 'new' when r1 is null then 'gone' when q0 > 0 and q1 > 0 then 'both' else 'returned' end as place,
    if(place = 'both', round(r0::double * q1::double / q0::double, 4)::decimal(38, 4), null) as at_old_price
  from by_product
),
added as (
  select
    coalesce(sum(r0), 0) as before,
    coalesce(sum(r1), 0) as after,
    coalesce(sum(r0) filter (where place = 'both'), 0) as both_before,
    coalesce(sum(r1) filter (where place = 'both'), 0) as both_after,
    round(coalesce(sum(at_old_price), 0), 2) as both_at_old_price,
    coalesce((sum(q1) filter (where place = 'both'))::double / (sum(q0) filter (where place = 'both'))::double, 1) as growth,
    coalesce(sum(r1) filter (where place = 'new'), 0) as new_revenue,
    coalesce(sum(r0) filter (where place = 'gone'), 0) as gone_revenue,
    coalesce(sum(r1) filter (where place = 'returned'), 0) - coalesce(sum(r0) filter (where place = 'returned'), 0) as returned,
    count(*) filter (where place = 'both') as both_products,
    count(*) filter (where place = 'new') as new_products,
    count(*) filter (where place = 'gone') as gone_products,
    count(*) filter (where place = 'returned') as returned_products
  from placed
),
parted as (
  select
    *,
    round(both_before::double * (growth - 1), 2)::decimal(38, 4) as volume,
    (both_after - both_at_old_price)::decimal(38, 4) as price,
    (both_at_old_price - both_before)::decimal(38, 4) - volume as mix
  from added
),
steps as (
  select 1 as position, 'before' as step, before::decimal(38, 4) as amount, 0::decimal(38, 4) as from_amount, both_products + gone_products + returned_products as products from parted
  union all select 2, 'volume', volume, before, both_products from parted
  union all select 3, 'price', price, before + volume, both_products from parted
  union all select 4, 'mix', mix, before + volume + price, both_products from parted
  union all select 5, 'new products', new_revenue, before + volume + price + mix, new_products from parted
  union all select 6, 'products no longer sold', -gone_revenue, before + volume + price + mix + new_revenue, gone_products from parted
  union all select 7, 'products mostly returned', returned, before + volume + price + mix + new_revenue - gone_revenue, returned_products from parted
  union all select 8, 'after', after, 0, both_products + new_products + returned_products from parted
)
select
  step::varchar as step,
  amount::decimal(38, 4) as amount,
  (if(step in ('before', 'after') or parted.before <= 0, null, 100 * amount::double / parted.before::double))::double as percent_of_before,
  products::bigint as products,
  from_amount::decimal(38, 4) as from_amount,
  (step in ('before', 'after'))::boolean as is_total,
  period_start::date as period_start,
  before_start::date as before_start
from steps
cross join compared
cross join parted
where step <> 'products mostly returned' or products > 0
order by position
