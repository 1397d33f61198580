-- What does `inventory` look like when no file holds any?
-- Grain: one product (x store) of one stock list; none here.
select
  null::varchar as product_id,
  null::varchar as product_name,
  null::varchar as category,
  null::decimal(18, 3) as current_stock,
  null::decimal(18, 4) as unit_cost,
  null::date as last_updated,
  null::varchar as store
limit 0
