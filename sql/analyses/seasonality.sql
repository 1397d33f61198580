-- Which products have a season?
-- Grain: one row per product, over the complete months of the data (at least 6), months without sales being 0.
with
span as (
  select min(sold_at)::date as first_day, max(sold_at)::date as as_of from sales
),
months as (
  select m.month, row_number() over (order by m.month) as position, count(*) over () as observed
  from (
    select unnest(generate_series(date_trunc('month', first_day)::timestamp, as_of::timestamp, interval 1 month))::date as month
    from span
    where first_day is not null
  ) m, span
  where m.month >= span.first_day and last_day(m.month) <= span.as_of
),
monthly as (
  select product_id, date_trunc('month', sold_at::date)::date as month, sum(quantity)::double as quantity
  from sales
  group by 1, 2
),
sold as (
  select distinct product_id from monthly
),
series as (
  select
    sold.product_id,
    months.month,
    month(months.month) as calendar_month,
    months.position,
    months.observed,
    coalesce(monthly.quantity, 0) as quantity
  from sold
  cross join months
  left join monthly on monthly.product_id = sold.product_id and monthly.month = months.month
  where months.observed >= 6
),
detrended as (
  select
    *,
    case
      when observed < 24 then quantity / nullif(avg(quantity) over product, 0)
      when position > 6 and position <= observed - 6 then quantity / nullif((
        sum(quantity) over (product order by position rows between 6 preceding and 5 following)
        + sum(quantity) over (product order by position rows between 5 preceding and 6 following)
      ) / 24, 0)
    end as ratio
  from series
  window product as (partition by product_id)
),
by_calendar_month as (
  select product_id, calendar_month, avg(ratio) as mean_ratio
  from detrended
  where ratio is not null
  group by 1, 2
),
indexed as (
  select
    product_id,
    calendar_month,
    mean_ratio / nullif(avg(mean_ratio) over (partition by product_id), 0) as month_index,
    avg(mean_ratio) over (partition by product_id) as mean_of_ratios
  from by_calendar_month
),
strength as (
  select
    d.product_id,
    any_value(d.observed) as observed,
    sum(d.quantity) as quantity,
    stddev_pop(d.quantity) / nullif(avg(d.quantity), 0) as variation,
    var_pop(d.ratio - i.month_index * i.mean_of_ratios) as remainder_variance,
    var_pop(d.ratio) as ratio_variance
  from detrended d
  left join indexed i on i.product_id = d.product_id and i.calendar_month = d.calendar_month
  group by 1
),
scored as (
  select
    product_id,
    observed,
    quantity,
    case
      when quantity <= 0 then null
      when observed >= 24 and ratio_variance > 0 then greatest(0, 1 - remainder_variance / ratio_variance)
      when observed >= 24 then 0
      else least(variation / 0.5, 1)
    end as score
  from strength
),
months_by_product as (
  select
    product_id,
    list({'name': strftime(make_date(2001, calendar_month, 1), '%b'), 'value': month_index} order by month_index desc, calendar_month)
      filter (where month_index >= 1.2) as high,
    list({'name': strftime(make_date(2001, calendar_month, 1), '%b'), 'value': month_index} order by month_index, calendar_month)
      filter (where month_index <= 0.8) as low,
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
  from indexed
  group by 1
)
select
  coalesce(c.product_name, s.product_id::varchar)::varchar as product,
  c.category::varchar as category,
  s.score::double as score,
  (case
    when s.observed >= 24 then 'two cycles or more'
    when s.observed >= 12 then 'one cycle only'
    else 'part of a cycle'
  end)::varchar as evidence,
  array_to_string(list_transform(high[1:3], lambda one: one.name), ', ')::varchar as peak_months,
  array_to_string(list_transform(low[1:3], lambda one: one.name), ', ')::varchar as low_months,
  s.observed::bigint as months_observed,
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
  s.product_id::varchar as product_id,
  s.quantity::double as quantity
from scored s
join months_by_product m on m.product_id = s.product_id
left join catalogue c on c.product_id = s.product_id::varchar
where s.score >= $min_score
order by s.score desc, s.quantity desc, product, s.product_id::varchar
