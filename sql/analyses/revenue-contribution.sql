-- Where does the money come from?
-- Grain: one row per product (or category), largest first; a last row holds all others, so that shares add up to the whole.
-- Class A while the products above bring less than `$a_cutoff` of the revenue, then B while less than `$b_cutoff`, else C.
with
asked as (
  select
    try_cast(if(length($period) = 7, $period || '-01', split_part($period, '..', 1)) as date) as from_day,
    if(length($period) = 7, last_day(try_cast($period || '-01' as date)), try_cast(split_part($period, '..', 2) as date)) as to_day
),
by_product as (
  select product_id, category, sum(amount) as revenue, sum(quantity) as quantity
  from sales, asked
  where (from_day is null or sold_at::date >= from_day)
    and (to_day is null or sold_at::date <= to_day)
  group by 1, 2
),
named as (
  select
    if($by = 'category', coalesce(b.category::varchar, c.category, '(no category)'), b.product_id::varchar) as key,
    if($by = 'category', key, coalesce(c.product_name, key)) as product,
    b.revenue,
    b.quantity
  from by_product b
  left join catalogue c on c.product_id = b.product_id::varchar
),
contribution as (
  select key, product, sum(revenue) as revenue, sum(quantity) as quantity
  from named
  group by 1, 2
),
running as (
  select
    *,
    row_number() over largest_first as rank,
    sum(revenue) over largest_first as running_revenue,
    running_revenue - revenue as revenue_above,
    sum(revenue) over () as total,
    count(*) over () as all_products
  from contribution
  window largest_first as (
    order by revenue desc, quantity desc, product, key
    rows between unbounded preceding and current row
  )
),
classed as (
  select
    *,
    case
      when revenue <= 0 then 'C'
      when revenue_above < total * $a_cutoff::decimal(9, 6) then 'A'
      when revenue_above < total * $b_cutoff::decimal(9, 6) then 'B'
      else 'C'
    end as abc_class,
    count(*) filter (where abc_class = 'A') over () as a_products,
    sum(revenue) filter (where abc_class = 'A') over () as a_revenue
  from running
),
shown as (
  select rank, product, revenue, running_revenue, abc_class, false as is_rest, all_products, a_products, a_revenue, total
  from classed
  where rank <= $limit
  union all
  select null, 'All others', sum(revenue), total, null, true, all_products, a_products, a_revenue, total
  from classed
  where rank > $limit
  group by total, all_products, a_products, a_revenue
)
select
  rank::bigint as rank,
  product::varchar as product,
  revenue::decimal(38, 4) as revenue,
  (if(total > 0, revenue::double / total::double, null))::double as share,
  (if(total > 0, running_revenue::double / total::double, null))::double as cumulative_share,
  abc_class::varchar as abc_class,
  is_rest::boolean as is_rest,
  all_products::bigint as all_products,
  a_products::bigint as a_products,
  a_revenue::decimal(38, 4) as a_revenue,
  total::decimal(38, 4) as total
from shown
order by is_rest, rank
