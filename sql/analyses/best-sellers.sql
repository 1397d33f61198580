-- What sells most?
-- Grain: one row per product sold or returned in the period.
-- A line without a category counts under the catalogue's category of its product.
with
asked as (
  select
    try_cast(if(length($period) = 7, $period || '-01', split_part($period, '..', 1)) as date) as from_day,
    if(length($period) = 7, last_day(try_cast($period || '-01' as date)), try_cast(split_part($period, '..', 2) as date)) as to_day
),
listed_under_category as (
  select product_id from catalogue where category = $category
),
lines as not materialized (
  select product_id, transaction_id, sold_at, quantity, amount
  from sales, asked
  where (from_day is null or sold_at::date >= from_day)
    and (to_day is null or sold_at::date <= to_day)
    and (
      $category = 'all'
      or category::varchar = $category
      or (category is null and product_id::varchar in (from listed_under_category))
    )
),
sold as (
  select
    product_id,
    sum(quantity) as quantity,
    sum(amount) as revenue,
    (max(sold_at) filter (where quantity > 0))::date as last_sold_on
  from lines
  group by product_id
),
named as (
  select
    sold.product_id as key,
    sold.product_id::varchar as product_id,
    coalesce(c.product_name, sold.product_id::varchar) as product_name,
    if($category = 'all', c.category, $category) as category,
    sold.quantity,
    sold.revenue,
    sold.last_sold_on,
    if($sort_by = 'revenue', sold.revenue, sold.quantity::decimal(38, 4)) as measure,
    if($sort_by = 'revenue', sold.quantity::decimal(38, 4), sold.revenue) as other_measure
  from sold
  left join catalogue c on c.product_id = sold.product_id::varchar
),
ranked as (
  select
    *,
    row_number() over (order by measure desc, other_measure desc, product_name, product_id) as rank,
    sum(quantity) over () as all_quantity,
    sum(revenue) over () as all_revenue,
    count(*) over () as all_products
  from named
),
shown as (
  select * from ranked where rank <= $limit
),
ordered as (
  -- of the products shown alone: different orders are dear to count
  select product_id as key, count(distinct transaction_id) as orders
  from lines
  where transaction_id is not null and product_id in (select key from shown)
  group by 1
)
select
  rank::bigint as rank,
  product_id::varchar as product_id,
  product_name::varchar as product_name,
  category::varchar as category,
  quantity::decimal(38, 3) as quantity,
  revenue::decimal(38, 4) as revenue,
  orders::bigint as orders,
  last_sold_on::date as last_sold_on,
  all_quantity::decimal(38, 3) as all_quantity,
  all_revenue::decimal(38, 4) as all_revenue,
  all_products::bigint as all_products
from shown
left join ordered using (key)
order by rank
