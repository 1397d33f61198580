-- What does `products` look like when no file holds any?
-- Grain: one product of a product list; none here.
select
  null::varchar as product_id,
  null::varchar as product_name,
  null::varchar as category,
  null::decimal(18, 4) as unit_price,
  null::decimal(18, 4) as unit_cost
limit 0
