-- Which products have a season?
-- Grain: one row per product, over the complete months of the data (at least 6); a month without sales is 0.
-- From 24 months on: ratio to the centred 12-month moving average, strength of Hyndman & Athanasopoulos (Forecasting:
-- Principles and Practice, 3rd ed., 4.3).
-- Below 24 months: min(CV / 0.5, 1), CV = population sd / mean of the months, times min(1, variance / (4 * noise))^2: months
-- that lie less than two standard deviations of noise from their mean are no season. Noise is what a month would vary
-- without any season: the mean over the months of sum(d^2) - (sum d)^2 / n, with d the units of a day and n the days of
-- that month on which the shop sold anything; at least the mean of the months, as of units counted (Poisson).
with
span as (
  select
    date_trunc('month', min(sold_at)::date)::date as first_month,
    min(sold_at)::date as first_day,
    max(sold_at)::date as as_of
  from sales
),
calendar as (
  select unnest(generate_series(first_month::timestamp, as_of::timestamp, interval 1 month))::date as month
  from span
),
months as (
  select
    month,
    month(month) as calendar_month,
    row_number() over (order by month) as position,
    count(*) over () as observed
  from calendar, span
  where month >= first_day and last_day(month) <= as_of
),
daily as (
  -- by day only where the noise of days is needed; else the month stands for its days
  select
    product_id,
    if((select count(*) from months) < 24, sold_at::date, date_trunc('month', sold_at::date)::date) as day,
    sum(quantity)::double as quantity
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
    sum(quantity * quantity) as squares
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
    coalesce(squares - monthly.quantity * monthly.quantity / open_days.days, 0) as noise
  from sold
  cross join months
  left join monthly using (product_id, month)
  left join open_days using (month)
  where observed >= 6
),
smoothed as (
  select
    *,
    case
      when observed < 24 then avg(quantity) over product
      when position > 6 and position <= observed - 6 then (
        sum(quantity) over (product order by position rows between 6 preceding and 5 following)
        + sum(quantity) over (product order by position rows between 5 preceding and 6 following)
      ) / 24
    end as trend
  from series
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
    case
      when quantity <= 0 then null
      when observed < 24 then least(variation / 0.5, 1) * least(1, power(variance / (4 * noise), 2))
      when ratio_variance > 1e-12 then greatest(1 - remainder_variance / ratio_variance, 0) -- less is rounding
      else 0
    end as score
  from spreads
),
shown as (
  select * from scored where score >= $min_score
),
months_by_product as (
  select
    product_id,
    arg_max(calendar_month, (month_index, -calendar_month), 3) filter (where month_index >= 1.2) as high,
    arg_min(calendar_month, (month_index, calendar_month), 3) filter (where month_index <= 0.8) as low,
    max(month_index) filter (where calendar_month = 1) as index_01,
    max(month_index) filter (where calendar_month = 2) as index_02,
    max(month_index) filter (where calendar_month = 3) as index_03,
    max(month_index) filter (where calendar_month = 4) as index_04,
    max(month_index) filter (where calendar_month = 5) as index_05,
    max(month_index) filter (where calendar_month = 6) as index_06,
    max(month_index) filter (where calendar_month = 7) as index_07,
    max(month_index) filter (where calendar_month = 8) as index_08,
    max(month_index) filter (where calendar_month = 9) as index_09,
    max(month_index) filter (where calendar_month = 10) as index_10,
    max(month_index) filter (where calendar_month = 11) as index_11,
    max(month_index) filter (where calendar_month = 12) as index_12
  from seasons
  group by 1
)
select
  coalesce(c.product_name, shown.product_id::varchar)::varchar as product,
  c.category::varchar as category,
  shown.score::double as score,
  (case
    when shown.observed >= 24 then 'two cycles or more'
    when shown.observed >= 12 then 'one cycle only'
    else 'part of a cycle'
  end)::varchar as evidence,
  array_to_string(list_transform(high, lambda m: strftime(make_date(2001, m, 1), '%b')), ', ')::varchar as peak_months,
  array_to_string(list_transform(low, lambda m: strftime(make_date(2001, m, 1), '%b')), ', ')::varchar as low_months,
  shown.observed::bigint as months_observed,
  index_01::double as index_01,
  index_02::double as index_02,
  index_03::double as index_03,
  index_04::double as index_04,
  index_05::double as index_05,
  index_06::double as index_06,
  index_07::double as index_07,
  index_08::double as index_08,
  index_09::double as index_09,
  index_10::double as index_10,
  index_11::double as index_11,
  index_12::double as index_12,
  shown.product_id::varchar as product_id,
  shown.quantity::double as quantity
from shown
left join months_by_product using (product_id)
left join catalogue c on c.product_id = shown.product_id::varchar
order by shown.score desc, shown.quantity desc, product, shown.product_id::varchar
