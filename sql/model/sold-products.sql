-- Under which names and categories was each product sold?
-- Grain: one product id x name x category seen in sales, with its lines.
create or replace table sold_products as
with
seen as (
  select product_id, product_name, category, count(*) as lines
  from sales
  group by all
)
select
  product_id::varchar as product_id,
  product_name::varchar as product_name,
  category::varchar as category,
  lines::bigint as lines
from seen
