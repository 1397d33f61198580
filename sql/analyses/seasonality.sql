-- Which products have a season?
-- Grain: one row per product whose score reaches `$min_score`. Scores, peaks and month indexes are those of `product_seasons`;
-- left out are the products with sales, but too few of them for a score.
select
  coalesce(c.product_name, s.product_id)::varchar as product,
  c.category::varchar as category,
  s.score::double as score,
  (case
    when s.months_observed >= 24 then 'two cycles or more'
    when s.months_observed >= 12 then 'one cycle only'
    else 'part of a cycle'
  end)::varchar as evidence,
  array_to_string(list_transform(s.peaks, lambda m: strftime(make_date(2001, m, 1), '%b')), ', ')::varchar as peak_months,
  array_to_string(list_transform(s.lows, lambda m: strftime(make_date(2001, m, 1), '%b')), ', ')::varchar as low_months,
  s.months_observed::bigint as months_observed,
  s.month_indexes[1]::double as index_01,
  s.month_indexes[2]::double as index_02,
  s.month_indexes[3]::double as index_03,
  s.month_indexes[4]::double as index_04,
  s.month_indexes[5]::double as index_05,
  s.month_indexes[6]::double as index_06,
  s.month_indexes[7]::double as index_07,
  s.month_indexes[8]::double as index_08,
  s.month_indexes[9]::double as index_09,
  s.month_indexes[10]::double as index_10,
  s.month_indexes[11]::double as index_11,
  s.month_indexes[12]::double as index_12,
  s.product_id::varchar as product_id,
  s.quantity::double as quantity,
  (select count(*) from product_seasons where too_few_sales and quantity > 0)::bigint as left_out
from product_seasons s
left join catalogue c on c.product_id = s.product_id
where s.score >= $min_score
order by s.score desc, s.quantity desc, product, s.product_id
