-- What is bought together?
-- Grain: one row per pair of products in at least `$min_baskets` baskets; at most `$limit`.
-- A basket is a transaction with its bought products. Support = baskets with both / all baskets; confidence = baskets with
-- both / baskets with the first, which is the rarer of the two; lift = confidence / share of baskets with the second.
-- Only the 1,000 products in most baskets are paired, and baskets of more than 100 of them are wholesale, not habit.
with
bought as (
  select distinct transaction_id, product_id
  from sales
  where transaction_id is not null and quantity > 0
),
whole as (
  select count(distinct transaction_id) as all_baskets from bought
),
frequent as (
  select
    product_id,
    count(*) as baskets,
    row_number() over (order by count(*) desc, product_id::varchar) as key
  from bought
  group by 1
  having count(*) >= $min_baskets
  qualify key <= 1000
),
keyed as (
  select transaction_id, frequent.key::integer as key
  from bought
  join frequent using (product_id)
  qualify count(*) over (partition by transaction_id) between 2 and 100
),
pairs as (
  -- the smaller key is in more baskets
  select many.key as second_key, few.key as first_key, count(*) as baskets
  from keyed few
  join keyed many on many.transaction_id = few.transaction_id and many.key < few.key
  group by 1, 2
  having count(*) >= $min_baskets
),
measured as (
  select
    coalesce(c1.product_name, one.product_id::varchar) as first_product,
    coalesce(c2.product_name, two.product_id::varchar) as second_product,
    pairs.baskets,
    pairs.baskets / whole.all_baskets as support,
    pairs.baskets / one.baskets as confidence,
    pairs.baskets * whole.all_baskets / (one.baskets * two.baskets) as lift,
    whole.all_baskets,
    pairs.first_key,
    pairs.second_key,
    one.product_id::varchar as first_id,
    two.product_id::varchar as second_id
  from pairs
  cross join whole
  join frequent one on one.key = pairs.first_key
  join frequent two on two.key = pairs.second_key
  left join catalogue c1 on c1.product_id = one.product_id::varchar
  left join catalogue c2 on c2.product_id = two.product_id::varchar
),
ranked as (
  select
    *,
    row_number() over (
      order by
        case $sort_by when 'baskets' then baskets when 'confidence' then confidence else lift end desc,
        baskets desc, first_product, second_product, first_key, second_key
    ) as rank,
    count(*) over () as all_pairs
  from measured
)
select
  rank::bigint as rank,
  first_product::varchar as first_product,
  second_product::varchar as second_product,
  baskets::bigint as baskets,
  support::double as support,
  confidence::double as confidence,
  lift::double as lift,
  all_baskets::bigint as all_baskets,
  all_pairs::bigint as all_pairs,
  (first_product || ' + ' || second_product)::varchar as pair,
  first_id::varchar as first_id,
  second_id::varchar as second_id
from ranked
where rank <= $limit
order by rank
