-- When does the next peak of each product with a season begin?
-- Grain: one product id with a peak month. The next peak: its first peak month that begins after the last day of the sales.
create or replace view coming_seasons as
with
span as (
  select max(sold_at)::date as as_of from sales
),
peaks as (
  select product_id, score, month_indexes[unnest(peaks)] as month_index, unnest(peaks) as calendar_month
  from product_seasons
),
coming_peaks as (
  select
    product_id,
    score,
    month_index,
    if(
      make_date(year(as_of), calendar_month, 1) > as_of,
      make_date(year(as_of), calendar_month, 1),
      make_date(year(as_of) + 1, calendar_month, 1)
    ) as starts_on
  from peaks
  cross join span
)
select
  product_id::varchar as product_id,
  any_value(score)::double as score,
  min(starts_on)::date as next_peak_on,
  arg_min(month_index, starts_on)::double as peak_index
from coming_peaks
group by product_id
