-- How seasonal is each product, and in which months?
-- Grain: one product id seen in sales, over the complete months of the data, when they are at least 6; a month without sales
-- is 0.
-- From 24 months on: ratio to the centred 12-month moving average, strength of Hyndman & Athanasopoulos (Forecasting:
-- Principles and Practice, 3rd ed., 4.3); none for a product with fewer than 12 sales in those months, one for each month of a
-- year: where a calendar month is judged by one or two sales, whatever happened repeats itself. A sale is a line with units.
-- Below 24 months: min(CV / 0.5, 1), CV = population sd / mean of the months, times min(1, variance / (4 * noise))^2: months
-- that lie less than two standard deviations of noise from their mean are no season. Noise is what a month would vary
-- without any season: the mean over the months of sum(d^2) - (sum d)^2 / n, with d the units of a day and n the days of
-- that month on which the shop sold anything; at least the mean of the months, as of units counted (Poisson).
-- Month index: of January first; 1 is an average month, null one that was not seen. Peaks and lows: up to three calendar
-- months, the farthest from 1 first.
create or replace view product_seasons as
with
months as (
  select month, month(month) as calendar_month, position, observed
  from complete_months
),
daily as (
  -- by day only where the noise of days is needed; else the month stands for its days
  select
    product_id,
    if((select count(*) from months) < 24, sold_at::date, date_trunc('month', sold_at::date)::date) as day,
    sum(quantity)::double as quantity,
    count(*) filter (where quantity > 0) as sales_seen
  from sales
  group by 1, 2
),
open_days as (
  select date_trunc('month', day)::date as month, count(distinct day) as days from daily group by 1
),
monthly as (
  select
    product_id,
    date_trunc('month', day)::date as month,
    sum(quantity) as quantity,
    sum(quantity * quantity) as squares,
    sum(sales_seen) as sales_seen
  from daily
  group by 1, 2
),
sold as (
  select distinct product_id from monthly
),
series as (
  select
    product_id,
    calendar_month,
    position,
    observed,
    coalesce(monthly.quantity, 0) as quantity,
    coalesce(sales_seen, 0) as sales_seen,
    coalesce(squares - monthly.quantity * monthly.quantity / open_days.days, 0) as noise
  from sold
  cross join months
  left join monthly using (product_id, month)
  left join open_days using (month)
  where observed >= 6
),
smoothed as (
  -- each branch is free of cost where the other one is meant
  select *, avg(quantity) over (partition by product_id) as trend
  from series
  where observed < 24
  union all
  select
    *,
    case
      when position > 6 and position <= observed - 6 then (
        sum(quantity) over (product order by position rows between 6 preceding and 5 following)
        + sum(quantity) over (product order by position rows between 5 preceding and 6 following)
      ) / 24
    end as trend
  from series
  where observed >= 24
  window product as (partition by product_id)
),
ratios as (
  select *, if(trend > 0, quantity / trend, null) as ratio
  from smoothed
),
monthly_means as (
  select product_id, calendar_month, avg(ratio) as mean_ratio
  from ratios
  where ratio is not null
  group by 1, 2
),
seasons as (
  select
    product_id,
    calendar_month,
    if(product_mean > 1e-9, mean_ratio / product_mean, null) as month_index -- less is rounding, or more returned than sold
  from (select *, avg(mean_ratio) over (partition by product_id) as product_mean from monthly_means)
),
spreads as (
  select
    product_id,
    any_value(observed) as observed,
    sum(quantity) as quantity,
    sum(sales_seen) as sales_seen,
    stddev_pop(quantity) / nullif(avg(quantity), 0) as variation,
    var_pop(quantity) as variance,
    greatest(avg(noise), avg(quantity)) as noise,
    var_pop(ratio - month_index) as remainder_variance,
    var_pop(ratio) as ratio_variance
  from ratios
  left join seasons using (product_id, calendar_month)
  group by 1
),
scored as (
  select
    product_id,
    observed,
    quantity,
    observed >= 24 and sales_seen < 12 as too_few_sales,
    case
      when quantity <= 0 or too_few_sales then null
      when observed < 24 then least(variation / 0.5, 1) * least(1, power(variance / (4 * noise), 2))
      when ratio_variance > 1e-12 then greatest(1 - remainder_variance / ratio_variance, 0) -- less is rounding
      else 0
    end as score
  from spreads
),
indexes as (
  select
    product_id,
    [
      max(month_index) filter (where calendar_month = 1),
      max(month_index) filter (where calendar_month = 2),
      max(month_index) filter (where calendar_month = 3),
      max(month_index) filter (where calendar_month = 4),
      max(month_index) filter (where calendar_month = 5),
      max(month_index) filter (where calendar_month = 6),
      max(month_index) filter (where calendar_month = 7),
      max(month_index) filter (where calendar_month = 8),
      max(month_index) filter (where calendar_month = 9),
      max(month_index) filter (where calendar_month = 10),
      max(month_index) filter (where calendar_month = 11),
      max(month_index) filter (where calendar_month = 12)
    ] as month_indexes,
    arg_max(calendar_month, (month_index, -calendar_month), 3) filter (where month_index >= 1.2) as peaks,
    arg_min(calendar_month, (month_index, calendar_month), 3) filter (where month_index <= 0.8) as lows
  from seasons
  group by 1
)
select
  scored.product_id::varchar as product_id,
  scored.observed::bigint as months_observed,
  scored.quantity::double as quantity,
  scored.score::double as score,
  scored.too_few_sales::boolean as too_few_sales,
  indexes.month_indexes::double[] as month_indexes,
  indexes.peaks::bigint[] as peaks,
  indexes.lows::bigint[] as lows
from scored
left join indexes using (product_id)
