-- Of the 1,000 products in most baskets; baskets with more than 100 of those are left out of the pairs.
with item as (select distinct transaction_id as b, product_id as p from line where quantity > 0 and transaction_id is not null),
often as (
  select p, count(*) as n from item group by 1 having count(*) >= getvariable('min_baskets') order by n desc, p limit 1000
),
kept as (select item.* from item join often using (p)),
fit as (select b from kept group by 1 having count(*) <= 100),
pair as (
  select x.p as p, y.p as q, count(*) as n from (from kept semi join fit using (b)) x join (from kept semi join fit using (b)) y
    on x.b = y.b and x.p < y.p
  group by 1, 2 having count(*) >= getvariable('min_baskets')
),
whole as (select count(distinct b) as n from item),
told as (
  -- the first is the rarer; of two alike the later by id
  select if(a.n < c.n or (a.n = c.n and a.p > c.p), a, c) as few, if(a.n < c.n or (a.n = c.n and a.p > c.p), c, a) as many, pair.n
  from pair join often a on a.p = pair.p join often c on c.p = pair.q
),
scored as (
  select few.p as first_id, many.p as second_id, one.name as first_product, two.name as second_product, told.n as baskets,
    told.n::double / whole.n as support, told.n::double / few.n as confidence,
    (told.n::double * whole.n) / (few.n::double * many.n) as lift, whole.n as all_baskets, few.n as few_n, many.n as many_n
  from told cross join whole join thing one on one.product_id = few.p join thing two on two.product_id = many.p
)
select row_number() over (order by case getvariable('sort_by') when 'baskets' then baskets when 'confidence' then confidence else lift end desc,
    baskets desc, first_product, second_product, few_n desc, first_id, many_n desc, second_id) as rank,
  first_product, second_product, baskets, support, confidence, lift, all_baskets, (select count(*) from scored) as all_pairs,
  concat(first_product, ' + ', second_product) as pair, first_id, second_id
from scored order by rank limit getvariable('limit')
