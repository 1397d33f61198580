-- How did each product sell over all the data?
-- Grain: one product id seen in sales.
-- Last sold: the newest line with units. Average cost: the mean cost of the units bought, of lines that know theirs.
create or replace view product_sales as
select
  product_id::varchar as product_id,
  count(*)::bigint as sale_lines,
  sum(quantity)::decimal(38, 3) as quantity,
  sum(amount)::decimal(38, 4) as revenue,
  (sum(amount) filter (where quantity >= 0 and amount >= 0))::decimal(38, 4) as gross_revenue,
  (max(sold_at) filter (where quantity > 0))::date as last_sold_on,
  (sum(amount) filter (where unit_cost is not null))::decimal(38, 4) as costed_amount,
  (sum(quantity) filter (where unit_cost is not null))::decimal(38, 3) as costed_quantity,
  sum(quantity::decimal(19, 3) * unit_cost)::decimal(38, 7) as costed_cost,
  (
    sum(quantity::decimal(19, 3) * unit_cost) filter (where quantity > 0)
    / sum(quantity) filter (where quantity > 0 and unit_cost is not null)
  )::double as average_cost
from sales
group by sales.product_id
