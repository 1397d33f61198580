-- What sells most?
-- Grain: one row per product sold or returned in the period.
with
asked as (
  select
    case
      when $period = 'all' then null
      when length($period) = 7 then try_cast($period || '-01' as date)
      else try_cast(split_part($period, '..', 1) as date)
    end as from_day,
    case
      when $period = 'all' then null
      when length($period) = 7 then last_day(try_cast($period || '-01' as date))
      else try_cast(split_part($period, '..', 2) as date)
    end as to_day
),
sold as (
  select
    s.product_id,
    sum(s.quantity) as quantity,
    sum(s.amount) as revenue,
    count(distinct s.transaction_id) as orders,
    count(s.transaction_id) as lines_with_order,
    (max(s.sold_at) filter (where s.quantity > 0))::date as last_sold_on
  from sales s, asked
  where (asked.from_day is null or s.sold_at >= asked.from_day)
    and (asked.to_day is null or s.sold_at < asked.to_day + interval 1 day)
    and (
      $category = 'all'
      or s.category::varchar = $category
      or (s.category is null and s.product_id::varchar in (select product_id from catalogue where category = $category))
    )
  group by s.product_id
),
named as (
  select
    sold.product_id::varchar as product_id,
    coalesce(c.product_name, sold.product_id::varchar) as product_name,
    c.category,
    sold.quantity,
    sold.revenue,
    case when sold.lines_with_order > 0 then sold.orders end as orders,
    sold.last_sold_on,
    sum(sold.quantity) over () as all_quantity,
    sum(sold.revenue) over () as all_revenue,
    count(*) over () as all_products
  from sold
  left join catalogue c on c.product_id = sold.product_id::varchar
),
ranked as (
  select
    row_number() over (
      order by
        case when $sort_by = 'revenue' then revenue else quantity end desc,
        case when $sort_by = 'revenue' then quantity else revenue end desc,
        product_name,
        product_id
    ) as rank,
    *
  from named
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
from ranked
where rank <= $limit
order by rank
