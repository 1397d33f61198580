-- What comes back?
-- Grain: one row per product with a return in the period, the largest amount first, at most `$limit`.
-- A line is a return when its quantity or its amount is below zero; a credit without units returns money, not units.
-- Net = sold less returned, in units and in money.
with
asked as (
  select
    try_cast(if(length($period) = 7, $period || '-01', split_part($period, '..', 1)) as date) as from_day,
    if(length($period) = 7, last_day(try_cast($period || '-01' as date)), try_cast(split_part($period, '..', 2) as date)) as to_day
),
by_product as (
  select
    product_id,
    coalesce(sum(quantity) filter (where quantity > 0), 0) as sold_quantity,
    coalesce(sum(amount) filter (where quantity >= 0 and amount >= 0), 0) as sold_amount,
    coalesce(-sum(quantity) filter (where quantity < 0), 0) as returned_quantity,
    coalesce(-sum(amount) filter (where quantity < 0 or amount < 0), 0) as returned_amount,
    count(*) filter (where quantity < 0 or amount < 0) as return_lines
  from sales, asked
  where (from_day is null or sold_at::date >= from_day)
    and (to_day is null or sold_at::date <= to_day)
  group by product_id
),
shop as (
  select
    sum(sold_amount) as all_sold,
    sum(returned_amount) as all_returned,
    count(*) filter (where return_lines > 0) as all_products
  from by_product
),
named as (
  select
    b.*,
    b.product_id::varchar as id,
    coalesce(c.product_name, b.product_id::varchar) as product,
    c.category
  from by_product b
  left join catalogue c on c.product_id = b.product_id::varchar
  where b.return_lines > 0
),
ranked as (
  select *, row_number() over (order by returned_amount desc, returned_quantity desc, product, id) as rank
  from named
)
select
  rank::bigint as rank,
  product::varchar as product,
  category::varchar as category,
  returned_amount::decimal(38, 4) as returned_amount,
  returned_quantity::decimal(38, 3) as returned_quantity,
  return_lines::bigint as return_lines,
  sold_amount::decimal(38, 4) as sold_amount,
  sold_quantity::decimal(38, 3) as sold_quantity,
  (if(sold_amount > 0, returned_amount::double / sold_amount::double, null))::double as returned_share,
  (if(all_sold > 0, all_returned::double / all_sold::double, null))::double as shop_share,
  all_returned::decimal(38, 4) as all_returned,
  all_products::bigint as all_products,
  id::varchar as product_id
from ranked
cross join shop
where rank <= $limit
order by rank
