-- What is on the product lists, under the ids that sales use?
-- Grain: one product of the product lists.
-- Where the list or the sales know names only, or no id of the list is sold, a name leads to the id it is sold under most
-- often.
create or replace view products as
with
sold_under as (
  select product_name, arg_max(product_id, (lines, product_id)) as product_id
  from (select product_name, product_id, sum(lines) as lines from sold_products where product_name <> '(blank)' group by all)
  group by product_name
),
meeting as (
  select exists (from product_list semi join sold_products using (product_id)) as by_id
)
select
  (case
    when sold_under.product_id is null then product_list.product_id
    when product_list.product_id = product_list.product_name then sold_under.product_id
    when sold_under.product_id = sold_under.product_name then sold_under.product_id
    when not meeting.by_id then sold_under.product_id
    else product_list.product_id
  end)::varchar as product_id,
  product_list.product_name,
  product_list.category,
  product_list.unit_price,
  product_list.unit_cost
from product_list
cross join meeting
left join sold_under on sold_under.product_name = product_list.product_name
