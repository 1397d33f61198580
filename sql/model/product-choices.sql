-- Which products can be chosen from?
-- Grain: one product sold, by name; names that several products have are told apart by the id.
with
sold as (
  select distinct product_id::varchar as product_id from sold_products
),
named as (
  select
    sold.product_id,
    coalesce(c.product_name, sold.product_id) as name,
    count(*) over (partition by coalesce(c.product_name, sold.product_id)) as namesakes
  from sold
  left join catalogue c using (product_id)
)
select
  product_id::varchar as product_id,
  (if(namesakes > 1 and name <> product_id, name || ' (' || product_id || ')', name))::varchar as label
from named
order by name, product_id
