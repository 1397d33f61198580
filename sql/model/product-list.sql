-- What do the product lists say of each product?
-- Grain: one product id of the product lists. Each field is the newest list's that fills it, there the first line's.
create or replace table product_list as
with
lines as (
  select
    coalesce(product_id::varchar, product_name::varchar) as product_id,
    nullif(nullif(product_name::varchar, product_id::varchar), '(blank)') as product_name,
    category::varchar as category,
    unit_price,
    unit_cost,
    newest_first
  from product_lines
)
select
  product_id,
  coalesce(arg_min(product_name, newest_first), product_id)::varchar as product_name,
  arg_min(category, newest_first)::varchar as category,
  arg_min(unit_price, newest_first)::decimal(18, 4) as unit_price,
  arg_min(unit_cost, newest_first)::decimal(18, 4) as unit_cost
from lines
where product_id is not null
group by product_id
