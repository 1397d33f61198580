-- What is in stock, under the ids that sales use?
-- Grain: one product (x store) of one stock list.
-- Where the stock list or the sales know names only, a name leads to the id it is sold under most often, else to the id
-- the product list has it under. Stores known by number are shown by the name the list of stores gives them.
create or replace view inventory as
with
names as (
  select product_name, product_id, sum(lines) as lines
  from sold_products
  where product_name <> '(blank)'
  group by all
),
sold_under as (
  select product_name, arg_max(product_id, (lines, product_id)) as product_id
  from names
  group by product_name
),
listed_under as (
  select product_name, min(product_id) as product_id
  from product_list
  where product_id <> product_name
  group by product_name
)
select
  (case
    when sold_under.product_id is null then
      if(stock_lines.product_id::varchar = stock_lines.product_name::varchar, coalesce(listed_under.product_id, stock_lines.product_id::varchar), stock_lines.product_id::varchar)
    when stock_lines.product_id::varchar = stock_lines.product_name::varchar then sold_under.product_id
    when sold_under.product_id = sold_under.product_name then sold_under.product_id
    else stock_lines.product_id::varchar
  end)::varchar as product_id,
  stock_lines.product_name,
  stock_lines.category,
  stock_lines.current_stock,
  stock_lines.unit_cost,
  stock_lines.last_updated,
  coalesce(store_names.store_name, stock_lines.store::varchar) as store
from stock_lines
left join sold_under on sold_under.product_name = stock_lines.product_name::varchar
left join listed_under on listed_under.product_name = stock_lines.product_name::varchar
left join store_names on store_names.store = stock_lines.store::varchar
