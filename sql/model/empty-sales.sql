-- What does `sales` look like when no file holds any?
-- Grain: one kept sale line; none here.
select
  null::date as sold_at,
  null::varchar as product_id,
  null::varchar as product_name,
  null::varchar as category,
  null::decimal(18, 3) as quantity,
  null::decimal(18, 4) as unit_price,
  null::decimal(18, 4) as amount,
  null::decimal(18, 4) as unit_cost,
  null::varchar as customer_id,
  null::varchar as transaction_id,
  null::varchar as store,
  null::varchar as source_file,
  null::bigint as source_line
limit 0
