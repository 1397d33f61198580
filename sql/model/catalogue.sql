-- Which products are there, and what is known of each?
-- Grain: one product id seen in sales, inventory or products.
-- Name and category: the most frequent in sales (ties: alphabetical, "(blank)" last), else the product list's, else the
-- stock list's; a name that only repeats the id comes after all others. Unit cost: the product list's, else the mean of
-- the stock lists'.
create or replace table catalogue as
with
names as (
  select product_id, product_name, sum(lines) as lines from sold_products group by all
),
categories as (
  select product_id, category, sum(lines) as lines from sold_products where category is not null group by all
),
sold_name as (
  select product_id, product_name
  from names
  qualify row_number() over (partition by product_id order by product_name = '(blank)', product_name = product_id, lines desc, product_name) = 1
),
sold_category as (
  select product_id, category
  from categories
  qualify row_number() over (partition by product_id order by lines desc, category) = 1
),
listed as (
  select
    product_id::varchar as product_id,
    min(product_name::varchar) as product_name,
    min(category::varchar) as category,
    avg(unit_cost) as unit_cost
  from products
  group by 1
),
stocked as (
  select
    product_id::varchar as product_id,
    min(product_name::varchar) as product_name,
    min(category::varchar) as category,
    avg(unit_cost) as unit_cost
  from inventory
  group by 1
),
ids as (
  select product_id from sold_name
  union
  select product_id from listed
  union
  select product_id from stocked
)
select
  ids.product_id::varchar as product_id,
  coalesce(
    nullif(nullif(sold_name.product_name, '(blank)'), ids.product_id),
    nullif(nullif(listed.product_name, '(blank)'), ids.product_id),
    nullif(nullif(stocked.product_name, '(blank)'), ids.product_id),
    nullif(sold_name.product_name, '(blank)'),
    listed.product_name,
    stocked.product_name,
    '(blank)'
  )::varchar as product_name,
  coalesce(sold_category.category, listed.category, stocked.category)::varchar as category,
  coalesce(listed.unit_cost, stocked.unit_cost)::decimal(18, 4) as unit_cost
from ids
left join sold_name on sold_name.product_id = ids.product_id
left join sold_category on sold_category.product_id = ids.product_id
left join listed on listed.product_id = ids.product_id
left join stocked on stocked.product_id = ids.product_id
order by product_id
