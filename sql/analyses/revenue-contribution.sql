-- Where does the money come from?
-- Grain: one row per product (or category), largest first; a last row holds all others, so that shares add up to the whole.
with
by_product as (
  select s.product_id, s.category, sum(s.amount) as revenue, sum(s.quantity) as quantity
  from sales s
  group by s.product_id, s.category
),
keyed as (
  select
    case
      when $by = 'category' then coalesce(b.category::varchar, c.category, '(no category)')
      else b.product_id::varchar
    end as key,
    case
      when $by = 'category' then coalesce(b.category::varchar, c.category, '(no category)')
      else coalesce(c.product_name, b.product_id::varchar)
    end as product,
    b.revenue,
    b.quantity
  from by_product b
  left join catalogue c on c.product_id = b.product_id::varchar
),
contribution as (
  select key, product, sum(revenue) as revenue, sum(quantity) as quantity
  from keyed
  group by key, product
),
running as (
  select
    *,
    row_number() over largest_first as rank,
    sum(revenue) over largest_first as running_revenue,
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
    case when total <> 0 then revenue::double / total::double end as share,
    case when total <> 0 then running_revenue::double / total::double end as cumulative_share,
    case
      when revenue <= 0 or total <= 0 then 'C'
      when (running_revenue - revenue)::double / total::double < $a_cutoff then 'A'
      when (running_revenue - revenue)::double / total::double < $b_cutoff then 'B'
      else 'C'
    end as abc_class
  from running
),
counted as (
  select
    *,
    count(*) filter (where abc_class = 'A') over () as a_products,
    sum(revenue) filter (where abc_class = 'A') over () as a_revenue
  from classed
),
shown as (
  select rank, product, revenue, share, cumulative_share, abc_class, false as is_rest, all_products, a_products, a_revenue, total
  from counted
  where rank <= $limit
  union all
  select
    null,
    'All others',
    sum(revenue),
    case when any_value(total) <> 0 then sum(revenue)::double / any_value(total)::double end,
    case when any_value(total) <> 0 then 1 end,
    null,
    true,
    any_value(all_products),
    any_value(a_products),
    any_value(a_revenue),
    any_value(total)
  from counted
  where rank > $limit
  having count(*) > 0
)
select
  rank::bigint as rank,
  product::varchar as product,
  revenue::decimal(38, 4) as revenue,
  share::double as share,
  cumulative_share::double as cumulative_share,
  abc_class::varchar as abc_class,
  is_rest::boolean as is_rest,
  all_products::bigint as all_products,
  a_products::bigint as a_products,
  a_revenue::decimal(38, 4) as a_revenue,
  total::decimal(38, 4) as total
from shown
order by is_rest, rank
