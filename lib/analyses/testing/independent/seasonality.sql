with named as (
  select product_id, m, i, ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][m] as month from season
),
size as (select count(*) as n from full_month)
select
  thing.name as product, thing.category, score,
  case when (select n from size) < 12 then 'part of a cycle' when (select n from size) < 24 then 'one cycle only' else 'two cycles or more' end as evidence,
  (select string_agg(month, ', ' order by i desc, m) from (from named where i >= 1.2
    qualify row_number() over (partition by product_id order by i desc, m) <= 3) p where p.product_id = season_score.product_id) as peak_months,
  (select string_agg(month, ', ' order by i, m) from (from named where i <= 0.8
    qualify row_number() over (partition by product_id order by i, m) <= 3) p where p.product_id = season_score.product_id) as low_months,
  (select n from size) as months_observed,
  "1" as index_01, "2" as index_02, "3" as index_03, "4" as index_04, "5" as index_05, "6" as index_06, "7" as index_07,
  "8" as index_08, "9" as index_09, "10" as index_10, "11" as index_11, "12" as index_12,
  product_id, units as quantity, (select count(*) from seldom_sold) as left_out
from season_score join thing using (product_id)
left join (pivot season on m in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12) using max(i) group by product_id) using (product_id)
where score >= getvariable('min_score')
order by score desc, quantity desc, product, product_id
